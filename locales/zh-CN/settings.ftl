# 设置、帮助、“您存了我什么”和“忘记我”。
command-settings = 设置：语言、大字、免打扰、我的数据
bot-description =
    💡 这里收集人民建议“金点子”：说出一件事、问题在哪里、建议怎么做。
    我会一步一步问，随时可以停下，写的都保存着。登记、转办、答复都会在这里告诉您。
    发 /start 开始，发 /settings 可以换语言、大字和免打扰。
bot-short_description = 说出您的“金点子”，一步一步提建议，件件有回复。

settings-menu =
    ⚙️ <b>设置</b>

    🌐 语言：{ $language_name }
    🔠 大字：{ $large ->
        [yes] 开
       *[no] 关
    }
    💬 简明的话：{ $plain ->
        [yes] 开
       *[no] 关
    }
    🌙 免打扰：{ $quiet }

    您的数据由您做主：可以看、可以撤回同意、可以让我们忘记您。
settings-menu-large_type = 🔠 大字：{ $large ->
        [yes] 关掉
       *[no] 打开
    }
settings-menu-large_page = 🔎 用大字打开网页
settings-menu-plain_words = 💬 简明的话：{ $plain ->
        [yes] 关掉
       *[no] 打开
    }
settings-menu-quiet = 🌙 免打扰时间
settings-menu-mydata = 📂 您存了我什么？
settings-menu-consent = ✋ 撤回同意
settings-menu-forget = 🗑 忘记我
settings-menu-certificate = 📜 再看删除凭证
settings-menu-close = ↩️ 关闭设置
settings-large-on = 🔠 大字已打开：一屏的字更少，行距更宽，少用图标。字的大小请在手机或聊天软件里调。
settings-large-off = 🔠 大字已关。
settings-plain-on = 💬 以后用更简单的话。
settings-plain-off = 💬 已换回原来的话。
settings-words-not-here = ✋ 这里是设置，刚才那句没有保存。要写建议，请先点“关闭设置”。

settings-quiet =
    🌙 <b>免打扰时间</b>
    现在：{ $quiet }

    这段时间里，进展和答复的通知先不发，过后一起发。您自己点的、问的，照常马上回。
    请点一个，或者自己写，如“21-7”。
settings-quiet-hours = 🌙 { $start } 点到 { $end } 点
settings-quiet-none = 🔔 不设免打扰
quiet-in-words = { $night ->
        [yes] 每天 { $start } 点到第二天 { $end } 点，不发通知
       *[no] 每天 { $start } 点到 { $end } 点，不发通知
    }
quiet-never = 没有设，什么时候都发通知

settings-consent =
    ✋ <b>撤回同意</b>

    撤回后：
    • 没发出的建议里，您的姓名、联系方式等马上删掉，内容和附件留着；
    • 再写建议时，会重新问您是否同意；
    • 已经发出的建议继续办理，不受影响。
settings-consent-end = ✋ 撤回
consent-ended = ✋ 已撤回同意。没发出的建议里，您的个人信息已经删掉。

settings-forget =
    🗑 <b>忘记我</b>

    <b>马上删掉</b>
    • 没写完的和已放弃的建议 { $drafts } 条，连同附件；
    • 您同意过的记录、您的设置、您支持过的建议；
    • 您是从哪个链接来的，您转发的链接不再记在您名下；
    • 已办结或撤回的建议里，您的姓名、联系方式、工作单位、学校、地址，还有您回答时说的话和文件名。

    <b>要留下的，以及为什么</b>
    • 有编号的建议的内容、附件和办理记录：按档案规定要保存；
    • { $handling ->
        [none] 没有正在办理的建议，所以姓名和联系方式一个不留；
       *[some] 还在办理的 { $numbers }：办理时要联系您，所以姓名和联系方式留到办结，办结后自动删掉；
    }
    • 这个聊天的号码、语言，和一张不写姓名的删除凭证。

    删了就找不回来。想先留一份，请先点“您存了我什么？”。聊天里的消息请您自己在聊天软件里删。
settings-forget-numbers = { $first } 等 { $count } 条
settings-forget-go_on = 🗑 我要删
settings-sure =
    ⚠️ <b>最后确认一次</b>
    要删，请打这几个字再发出来：<code>{ $word }</code>
    不想删，点“上一步”。
settings-sure-word = 忘记我
words-forget = 忘记我,forget me
settings-sure-other = 这不是“忘记我”，什么都没有删。
certificate =
    📜 <b>删除凭证 { $number }</b>
    { $made_at }

    <b>已删掉</b>
    • 没发出的建议 { $drafts } 条，消息 { $messages } 条，文件 { $files } 个
    • 个人信息：{ $suggestions } 条已经结束的建议里的
    • 同意记录 { $consents } 条，支持 { $supports } 条，来访记录 { $arrivals } 条，转发链接 { $links } 个，通知 { $notices } 条，没处理成的消息 { $letters } 条
    • 您的设置

    <b>留下的，以及为什么</b>
    • 正在办理：{ $handling }。办理时要联系您；办结后，姓名和联系方式自动删掉。
    • 已经结束、个人信息已删：{ $over }。内容和办理记录按档案规定保存。
    • 这个聊天的号码和语言。没有它们，就不能在这里回答您。
certificate-none = 没有
certificate-file = 删除凭证-{ $number }.txt
mydata-file = 我的数据.zip
mydata-sent = 📂 都在这个文件里：打开里面的 my-data.html 就能看。这份文件我们不保存，每次都重新做。里面有您的姓名和电话，请收好。

help-start-welcome = 👉 现在：点“开始提建议”就能写；也可以直接把建议打出来。
help-start-campaigns = 👉 现在：点一个征集活动，看看它征集什么。
help-start-resume = 👉 现在：您有没写完的建议，可以接着写，也可以另写一条。
help-start-drafts = 👉 现在：点一条没写完的建议接着写，其他的都留着。
help-start-closed = 👉 现在：征集没有开放。可以看看别的活动，或者过些时候再来。
help-suggest-theme = 👉 现在：点一个最接近的主题，也可以打它的名字或序号。
help-suggest-topic = 👉 现在：点一个议题，也可以打它的编号；都不合适就点“其他”。
help-suggest-text = 👉 现在：写建议内容，可以分几条发；写完点“完成”。
help-suggest-similar = 👉 现在：看看有没有人提过一样的。不一样就继续。
help-suggest-scope = 👉 现在：点您的建议针对哪里。
help-suggest-receiving_unit = 👉 现在：点这条建议交给哪个单位。
help-suggest-consent = 👉 现在：看一看个人信息说明，同意才会问您的姓名和联系方式。
help-suggest-identity = 👉 现在：点您的身份，选最接近的。
help-suggest-name = 👉 现在：打您的真实姓名，发出来。
help-suggest-contact = 👉 现在：打您的电话或邮箱，发出来。
help-suggest-work_unit = 👉 现在：打您的工作单位；没有就打您的职业。
help-suggest-school = 👉 现在：打您的学校名称。
help-suggest-address = 👉 现在：打您的联系地址。
help-suggest-own_page = 👉 现在：点链接，在网页上填个人资料，填好再回来。
help-suggest-files = 👉 现在：发照片或文件；没有就点“跳过”。
help-suggest-preview = 👉 现在：检查一遍。要改就点要改的那项，没问题就点“确认并发送”。
help-suggest-sent = 👉 现在：您的建议已发出，编号和查询码在这里。可以再提一条。
help-asked-answer = 👉 现在：回答办理单位的问题，可以分几条，也可以发文件；说完点“答完了”。
help-rate-reason = 👉 现在：写一写为什么不满意，好让单位重新办。
help-language-choice = 👉 现在：点您要的语言。
help-settings-menu = 👉 现在：点一项来改。改了马上生效，正在写的建议不受影响。
help-settings-quiet = 👉 现在：点一段免打扰的时间，或者打“21-7”这样的数字。
help-settings-consent = 👉 现在：看一看撤回同意会怎样，再决定。
help-settings-forget = 👉 现在：看一看会删什么、留什么，再决定。
help-settings-sure = 👉 现在：打出显示的那几个字就会删除；点“上一步”就不删。

# 简明的话：同样的意思，更短的句子。
help-plain =
    ℹ️ 在这里提建议。一条只说一件事。我问，您答。
    说过的都会保存。随时可以停，发 /start 再来。写错了，改那条消息。
    发出后有编号和查询码。有进展，我在这里告诉您。
suggest-theme-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    《{ $campaign }》
    建议说的是哪方面？点一个。
suggest-topic-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    方面：{ $theme }

    { $listed }

    点一个最像的。没有就点“其他”。
suggest-text-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    { $standing ->
        [empty]
            请写建议：哪里不好？该怎么办？最多 { $maximum } 字。
            写完点“完成”。
        [over]
            ⚠️ 太长了：现在 { $length } 字，最多 { $maximum } 字，多了 { $over } 字。{ $limited ->
                [yes] 这是“{ $whose }”的上限。
               *[no] {""}
            }
            • 改短前面的消息；
            { $overflow ->
                [attachment] • 或点“全文转为附件”，再写一段短的，最多 { $maximum } 字；{"\u000A"}
               *[refused] {""}
            }• 或点“全部删掉重写”。
       *[fits]
            ✅ 收到，{ $length } 字（最多 { $maximum } 字）。
            还有就接着写。写完点“完成”。
    }
suggest-consent-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    后面要问您是谁。请先看：

    { $wording }

    同意就继续。不同意，写的也留着。
suggest-identity-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    { $speaks ->
        [other] 本人是哪类人？点一个。
       *[own] 您是哪类人？点一个。
    }
suggest-name-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    { $speaks ->
        [other] 本人叫什么名字？打出来发给我。只有办理的人能看到。
       *[own] 您叫什么名字？打出来发给我。只有办理的人能看到。
    }{ $has_name ->
        [yes] {"\u000A"}现在是：<b>{ $name }</b>
       *[no] {""}
    }
suggest-contact-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    { $kinds ->
        [phone] 您的电话是多少？固定电话要带区号。
        [email] 您的电子邮箱是什么？
       *[other] 您的电话或邮箱是什么？固定电话要带区号。
    }
    有了它才能答复您。只有办理的人能看到。{ $has_contact ->
        [yes] {"\u000A"}现在是：<b>{ $contact }</b>
       *[no] {""}
    }
suggest-files-plain =
    <b>第 { $place } 步（共 { $places } 步）</b>
    有照片或文件吗？发给我。最多 { $files_maximum } 个，每个不超过 { $megabytes } MB。
    可以发：{ $extensions }
    { $any ->
        [no] 没有就点“跳过”。
       *[other]
            收到 { $files } 个：
            { $file_names }
    }
suggest-preview-plain =
    👀 <b>看一遍，对了就发</b>
    《{ $campaign }》

    <b>方面</b>：{ $theme }
    <b>议题</b>：{ $topic }
    <b>建议</b>（{ $length } 字）：
    { $text }
    <b>附件</b>：{ $any ->
        [no] 没有
       *[other] { $files } 个
    }{ $any ->
        [no] {""}
       *[other] {"\u000A"}{ $file_names }
    }

    <b>{ $speaks ->
        [other] 本人
       *[own] 您
    }</b>（只有办理的人能看到）
    { $person }

    { $speaks ->
        [other] 点“{ $button }”，就是说：这是本人的意见，本人 { $consented } 听过（或签过）说明，也同意。
       *[own] 点“{ $button }”，就是说：内容是真的，是您自己的意见，并同意按您 { $consented } 看过的说明办。
    }
suggest-sent-plain =
    🎉 <b>收到了，谢谢您！</b>

    编号：<code>{ $number }</code>
    查询码：<code>{ $code }</code>（收好，不要告诉别人）

    <b>后面这样办</b>
    1. 登记，交给管这事的单位；
    2. 单位研究，有问题在这里问您；
    3. { $known ->
        [yes] 最晚 <b>{ $by }</b> 答复您。
       *[no] 交给单位后 { $day_type ->
            [working] { $days } 个工作日
           *[calendar] { $days } 日
        }内答复您。
    }
    每一步都在这里告诉您。请不要删这个聊天。

# “您存了我什么”的那一页。
mydata-title = 您存了我什么
mydata-lead = 这是 { $made_at } 我们保存的、与您有关的全部内容。每次都重新做，我们不留底。my-data.json 里是同样的内容，供程序读取。
mydata-yes = 是
mydata-no = 否
mydata-table-person = 您和这个聊天
mydata-table-consent = 您的同意
mydata-table-draft = 草稿
mydata-table-draft_part = 草稿里的消息
mydata-table-draft_turn = 草稿写到哪条消息
mydata-table-page_link = 填写个人资料的链接
mydata-table-suggestion = 建议
mydata-table-attachment = 附件
mydata-table-supplement = 补充
mydata-table-event = 办理记录
mydata-table-remark = 办理记录的说明
mydata-table-objection = 异议
mydata-table-reckoning = 期限的计算
mydata-table-extension = 延期申请
mydata-table-notice = 给工作人员的提醒
mydata-table-foreign_number = 其他系统的编号
mydata-table-question = 追问
mydata-table-answer_part = 您的回答
mydata-table-reply = 答复
mydata-table-rating = 评价
mydata-table-support = 您支持的建议
mydata-table-promise = 承诺事项
mydata-table-award = 奖项
mydata-table-push = 通知
mydata-table-source = 您转发的链接
mydata-table-arrival = 您从链接来
mydata-table-certificate = 删除凭证
mydata-table-inbox = 收到的消息
mydata-table-staff_link = 绑定的工作账号
mydata-column-actor_kind = 谁
mydata-column-address = 地址
mydata-column-approved = 同意
mydata-column-arrived_at = 收到时间
mydata-column-asked_at = 询问时间
mydata-column-at = 时间
mydata-column-body = 原文
mydata-column-campaign = 征集活动
mydata-column-channel = 渠道
mydata-column-chat = 聊天号码
mydata-column-closed_at = 结束时间
mydata-column-code = 链接代码
mydata-column-computed_at = 计算时间
mydata-column-consent = 同意的说明
mydata-column-consented_at = 同意时间
mydata-column-contact = 联系方式
mydata-column-contact_kind = 联系方式种类
mydata-column-day_type = 自然日或工作日
mydata-column-days = 天数
mydata-column-decided_at = 决定时间
mydata-column-due_on = 答复期限
mydata-column-erased = 删掉了多少
mydata-column-erased_at = 个人信息删除时间
mydata-column-expires_at = 失效时间
mydata-column-finished_at = 完成时间
mydata-column-forgotten_at = 上次忘记您的时间
mydata-column-given_at = 给出时间
mydata-column-identity = 身份
mydata-column-kept = 留下的编号
mydata-column-kind = 种类
mydata-column-language = 语言
mydata-column-large_type = 大字
mydata-column-made_at = 制作时间
mydata-column-name = 姓名或名称
mydata-column-number = 编号
mydata-column-outcome = 办理结果
mydata-column-part = 主办或协办
mydata-column-paused_since = 期限暂停时间
mydata-column-place = 名次
mydata-column-plain_words = 简明的话
mydata-column-prize = 奖项
mydata-column-provisional = 暂定
mydata-column-public_since = 公开时间
mydata-column-quiet_from = 免打扰从几点
mydata-column-quiet_until = 免打扰到几点
mydata-column-rating = 评价
mydata-column-promise = 关于第几项办到的承诺
mydata-column-reason = 原因
mydata-column-receiving_unit = 呈递单位
mydata-column-reminded_at = 提醒时间
mydata-column-reopened = 重新办理次数
mydata-column-repeat = 重发
mydata-column-retired_at = 停用时间
mydata-column-said_at = 发出时间
mydata-column-school = 学校
mydata-column-scope = 范围
mydata-column-set_on = 征集办确定的日期
mydata-column-settled_at = 送达时间
mydata-column-since = 开始时间
mydata-column-started_at = 开始写的时间
mydata-column-started_on = 从哪天算起
mydata-column-starts_at = 从什么算起
mydata-column-state = 状态
mydata-column-step = 写到
mydata-column-submitted_at = 提交时间
mydata-column-system = 其他系统
mydata-column-noted_at = 记录时间
mydata-column-text = 内容
mydata-column-theme = 主题
mydata-column-topic = 议题
mydata-column-touched_at = 最后改动时间
mydata-column-unit_id = 单位
mydata-column-unreachable_since = 联系不上的时间
mydata-column-upheld = 异议成立
mydata-column-used_at = 使用时间
mydata-column-wanted_on = 希望延到
mydata-column-wording = 说明的版本
mydata-column-work_unit = 工作单位
mydata-table-reply_file = 答复的附件
mydata-table-reply_told = 当面告知答复
mydata-table-contact_entry = 与您沟通的记录
mydata-column-added_at = 添加时间
mydata-column-mode = 方式
mydata-column-recorded_at = 登记时间
mydata-column-spoken_on = 沟通日期
mydata-column-told_on = 告知日期
mydata-table-officer = 您的信息员聘任
mydata-table-proxy_entry = 信息员代您录入
mydata-table-visit = 信息员上门告知
mydata-column-accepted_at = 接受聘任
mydata-column-appointed_at = 聘任时间
mydata-column-district = 区县
mydata-column-expertise = 专长
mydata-column-invite_until = 邀请有效至
mydata-column-until = 聘期至
mydata-column-ended_at = 结束时间
mydata-column-way = 录入方式
mydata-column-consent_form = 同意方式
mydata-column-begun_at = 开始时间
mydata-column-done_at = 办完时间
mydata-column-note = 说明
mydata-column-tries = 上门次数
mydata-column-about = 所指

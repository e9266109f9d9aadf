# 聊天窗口、按钮和提示。
back = ⬅️ 上一步
back-to-preview = ↩️ 不改了，回到预览
command-start = 提建议，或接着写
command-cancel = 暂停或放弃正在写的建议
command-language = 选择语言 / Language
command-help = 帮助
command-unknown = 没有这个命令。可用的命令：/start 开始，/mine 我的建议，/cancel 暂停或放弃，/settings 设置，/language 语言，/help 帮助。
help =
    ℹ️ 这里收集“金点子”：一条建议只说一件事。我会一步一步问主题、建议内容、您是谁和附件，最后给您看一遍再发送。
    您说的每一句都会立即保存，随时可以停下，回来发 /start 接着写。内容写错了，直接编辑那条消息就行；其他回答点“上一步”或在检查时改。
    发送后您会得到编号和查询码，登记、转办、答复都会在这里通知您。
words-done = 完成,写完了,说完了,好了,done,finish,finished,end
words-agree = 同意,好,可以,是,agree,yes,ok,i agree
words-decline = 不同意,不,不行,no,disagree,i do not agree
words-back = 上一步,返回,后退,back,go back
words-other = 其他,其它,都不合适,other,none of these
words-buttons = 发送,提交,确认,确认并发送,跳过,接着写,放弃,重写,取出,同意,不同意,继续,send,submit,confirm,confirm and send,skip,go on,continue,agree
words-none = 没有附件, 没有,无,不用,跳过,没,skip,none,no,nothing

language-button = 🌐 语言 / Language
language-name = 简体中文
language-choice = 请选择语言。已经写好的内容不会丢失。

start-welcome =
    💡 <b>{ $title }</b>
    “{ $slogan }”

    { $greeting }

    <b>怎样的建议是好建议？</b>
    { $guidance }
    • 主题突出、观点鲜明，避免标题式、一句话，写清问题在哪里、建议怎么做。
    { $closes ->
        [yes] {"\u000A"}🗓 征集到 { $closes_on } 为止。
       *[no] {""}
    }
start-welcome-begin = ✍️ 开始提建议
start-welcome-take_back = ↩️ 恢复刚放弃的那条
start-campaigns =
    💡 <b>现在有几个征集活动</b>

    { $listed }

    请点一个，看看它征集什么。
start-resume =
    📝 您有一条没写完的建议。
    《{ $campaign }》
    { $begun ->
        [yes] 开头是：“{ $beginning }”
       *[no] 还没有写内容。
    }
    上次写到：{ $step }（{ $since }）
    已写 { $length } 字，附件 { $files } 个。

    请选择。不选也没关系：写好的内容一直保存着，随时发 /start 接着写。
start-resume-others = 📚 另外几条没写完的
start-drafts =
    📚 <b>您有 { $count } 条没写完的建议</b>
    请点一条接着写。其他的都留着。
start-drafts-pick_up = { $day } { $beginning }
start-resume-go_on = ▶️ 接着写
start-resume-anew = 🆕 另写一条（这条先留着）
start-resume-throw_away = 🗑 放弃这条
start-closed =
    <b>{ $title }</b>

    { $openness ->
        [not_yet] 征集还没有开始，现在不能提交新的建议。{ $opens_on } 起发 /start 就可以写。
        [stopped] 征集办公室已暂停接收新的建议。已经写的内容都保存着，恢复后发 /start 接着写。
       *[closed] 征集已经结束，这里不再接收新的建议。已提交的建议仍会办理，进展和答复照常在这里通知您。
    }{ $has_ways ->
        [yes] {"\u000A"}{"\u000A"}现在还可以这样提：{"\u000A"}{ $ways }
       *[no] {""}
    }
start-closed-look_again = 🔄 再看一次
step-theme = 选主题
step-topic = 选议题
step-text = 写建议内容
step-scope = 选范围
step-receiving_unit = 选呈递单位
step-consent = 个人信息说明
step-identity = 选身份
step-name = 留姓名
step-contact = 留联系方式
step-work_unit = 留工作单位
step-school = 留学校
step-address = 留地址
step-own_page = 填个人资料
step-files = 加附件
step-preview = 检查并发送
draft-discarded = 🗑 已放弃那条没写完的建议。一天内可以点“恢复”找回来。
draft-taken-back = ↩️ 已恢复，接着写吧。
link-other-campaign = 🔗 您扫的是《{ $campaign }》。要给它提建议，请点“另写一条”。
link-unknown = 这个链接或二维码已经停用，不影响您提建议。

suggest-theme =
    <b>第 { $place } 步，共 { $places } 步：主题</b>
    《{ $campaign }》
    您的建议属于哪个方面？请点一个。
suggest-topic =
    <b>第 { $place } 步，共 { $places } 步：议题</b>
    主题：{ $theme }

    { $listed }

    请点最接近的议题；都不合适就点“其他”。
topic-other = 其他（不在以上议题内）
suggest-text =
    <b>第 { $place } 步，共 { $places } 步：建议内容</b>
    { $standing ->
        [empty]
            请写下您的建议：一件事，问题在哪里，建议怎么做。可以分几条消息发，最多 { $maximum } 字。
            写完点“完成”或发“完成”。
        [over]
            ⚠️ 现在 { $length } 字，超过上限 { $maximum } 字，多了 { $over } 字。{ $limited ->
                [yes] 这是“{ $whose }”这个身份的上限。
               *[no] {""}
            }写的都保存着，请选一个办法：
            • 编辑前面的消息，删短一些；
            { $overflow ->
                [attachment] • 点“全文转为附件”，再写一段 { $maximum } 字以内的概要；{"\u000A"}
               *[refused] {""}
            }• 点“全部删掉重写”，从头再写。
       *[fits]
            ✅ 已收到，现在 { $length } 字（上限 { $maximum } 字）。
            可以接着发；写完点“完成”或发“完成”。
    }
suggest-text-done = ✅ 完成
suggest-text-attach = 📎 全文转为附件，我另写概要
suggest-text-identity = ✏️ 身份点错了，改身份
suggest-text-retell = 🗑 全部删掉重写
suggest-text-restore = ↩️ 恢复刚才的内容
attached-text-name = 建议全文
text-attached = 📎 全文已存为附件《{ $name }》。请再写一段概要。
suggest-similar =
    🔎 <b>已经有人提过相近的建议</b>

    { $listed }

    您的不一样就继续；也可以支持其中一条，它的进展和答复也会通知您。
suggest-similar-different = ➡️ 我的不一样，继续
suggest-similar-support = 👍 改为支持 { $number }
similar-line = 【{ $number }】{ $text }（{ $state }，{ $supporters } 人支持）
similar-registered = 已登记
similar-forwarded = 办理中
similar-replied = 已答复
similar-returned = 退回补正
similar-diverted = 已分流
similar-merged = 已合并
similar-signed = 已签收
similar-closed = 已办结
similar-withdrawn = 已撤回
supported = 👍 您已支持 { $number }，它的进展和答复会在这里通知您。您正在写的那条没有发送。
suggest-scope =
    <b>第 { $place } 步，共 { $places } 步：范围</b>
    您的建议针对哪里？请点一个。
suggest-receiving_unit =
    <b>第 { $place } 步，共 { $places } 步：呈递单位</b>
    这条建议交给哪个单位？请点一个。
suggest-consent =
    <b>第 { $place } 步，共 { $places } 步：个人信息说明</b>
    接下来会问您是谁、怎么联系您。先请您看一看：

    { $wording }

    同意就继续；不同意，写好的建议也会留着。
suggest-consent-agree = ✅ 同意，继续
suggest-consent-decline = 🚫 不同意
consent-standard =
    { $organiser }收集您的姓名、联系方式等，只用于登记和办理这条建议、与您沟通、向您答复和依法评选奖励。
    这些信息加密保存，只有办理人员能看到，不会出现在通知和公开内容里；办结后按档案规定保存。
    您可以随时要求查看、更正或删除，也可以撤回同意。
consent-declined =
    好的，不会收集您的个人信息。没有姓名和联系方式就不能在这里提交，因为无法向您答复。写好的建议都留着，改变主意随时可以继续。{ $known ->
        [yes] {"\u000A"}也可以用别的方式提：{"\u000A"}{ $places }
       *[no] {""}
    }
suggest-identity =
    <b>第 { $place } 步，共 { $places } 步：身份</b>
    { $speaks ->
        [other] 本人以什么身份提建议？请点最接近的一个。
       *[own] 您以什么身份提建议？请点最接近的一个。
    }
suggest-name =
    <b>第 { $place } 步，共 { $places } 步：姓名</b>
    { $speaks ->
        [other] 请发本人的真实姓名。只有办理人员能看到。
       *[own] 请发您的真实姓名。只有办理人员能看到。
    }{ $has_name ->
        [yes] {"\u000A"}现在是：<b>{ $name }</b>
       *[no] {""}
    }
suggest-contact =
    <b>第 { $place } 步，共 { $places } 步：联系方式</b>
    { $kinds ->
        [phone] 请发手机号或固定电话，如 023-12345678。
        [email] 请发电子邮箱。
       *[other] 请发手机号、固定电话（带区号）或电子邮箱。
    }
    必填：答复和沟通时用，只有办理人员能看到。{ $has_contact ->
        [yes] {"\u000A"}现在是：<b>{ $contact }</b>
       *[no] {""}
    }
suggest-work_unit =
    <b>第 { $place } 步，共 { $places } 步：工作单位</b>
    请发您的工作单位。没有工作单位，就发您的职业，如“务农”“退休”。{ $has_work_unit ->
        [yes] {"\u000A"}现在是：<b>{ $work_unit }</b>
       *[no] {""}
    }
suggest-school =
    <b>第 { $place } 步，共 { $places } 步：学校</b>
    请发您所在学校的名称。{ $has_school ->
        [yes] {"\u000A"}现在是：<b>{ $school }</b>
       *[no] {""}
    }
suggest-address =
    <b>第 { $place } 步，共 { $places } 步：联系地址</b>
    请发您的联系地址。只有办理人员能看到。{ $has_address ->
        [yes] {"\u000A"}现在是：<b>{ $address }</b>
       *[no] {""}
    }
suggest-own_page =
    <b>第 { $place } 步，共 { $places } 步：个人资料</b>
    { $fields }：这些不在聊天里填，请在征集单位自己的网页上填。资料只保存在征集单位的服务器上，不经过聊天软件。
    { $linked ->
        [yes] 👇 点“打开填写页”。链接只给您一个人，请不要转发；{ $hours } 小时内有效，填好一次就失效。填好后这里会自动继续。
       *[no] 👇 点“获取填写链接”，会给您一个只能用一次的链接。
    }
suggest-own_page-link = 📝 获取填写链接
suggest-own_page-open = 🔗 打开填写页
suggest-own_page-filled = ✅ 我已填好
own_page-not-filled = ⏳ 还没有收到您填的资料。请在填写页上填完并点“保存”，再回来。
own_page-not-here = 🔒 您刚才发的文字没有保存：个人资料不在聊天里收。请在填写页上填；也请您把刚才那条消息删掉。
own_page-saved = ✅ 您的资料已保存。
use-last = ↩️ 同上次：{ $last }
use-all-last = ⏩ 个人资料都同上次
share-number = 📱 发送我的手机号
contact-not-own = 这是通讯录里别人的名片，不是您自己的号码。请点“发送我的手机号”，或直接打字发您的号码。
share-how = 👇 请点下面的“发送我的手机号”，也可以直接打字。
share-taken = 📱 已收到您的号码。
share-put-away = ✍️ 好的。
suggest-files =
    <b>第 { $place } 步，共 { $places } 步：附件（可不加）</b>
    可以发照片或文件，一次可发多个，最多 { $files_maximum } 个，每个不超过 { $megabytes } MB。
    格式：{ $extensions }
    { $any ->
        [no] 没有附件就点“跳过”。
       *[other]
            已收到 { $files } 个：
            { $file_names }
    }
suggest-files-done = ✅ 附件齐了
suggest-files-skip = ⏭ 跳过
file-remove = 🗑 去掉 { $name }
suggest-preview =
    👀 <b>请检查一遍，没问题就发送</b>
    《{ $campaign }》

    <b>主题</b>：{ $theme }
    <b>议题</b>：{ $topic }
    <b>建议内容</b>（{ $length } 字）：
    { $text }
    <b>附件</b>：{ $any ->
        [no] 无
       *[other] { $files } 个
    }{ $any ->
        [no] {""}
       *[other] {"\u000A"}{ $file_names }
    }

    <b>{ $speaks ->
        [other] 关于本人
       *[own] 关于您
    }</b>（只有办理人员能看到）
    { $person }

    { $speaks ->
        [other] 点“{ $button }”，就是确认这是本人的意见，照他（她）的原意记录，本人 { $consented } 听过（或签过）个人信息说明并同意办理。
       *[own] 点“{ $button }”，就是确认内容真实、是您本人的意见，并同意按您 { $consented } 看过的个人信息说明办理。
    }
suggest-preview-send = 📮 确认并发送
suggest-preview-change_theme = ✏️ 改主题
suggest-preview-change_topic = ✏️ 改议题
suggest-preview-change_text = ✏️ 改内容
suggest-preview-change_scope = ✏️ 改范围
suggest-preview-change_receiving_unit = ✏️ 改呈递单位
suggest-preview-change_identity = ✏️ 改身份
suggest-preview-change_work_unit = ✏️ 改工作单位
suggest-preview-change_school = ✏️ 改学校
suggest-preview-change_address = ✏️ 改地址
suggest-preview-change_own_page = ✏️ 改个人资料
suggest-preview-change_name = ✏️ 改姓名
suggest-preview-change_contact = ✏️ 改联系方式
suggest-preview-change_files = ✏️ 改附件
about-scope = 范围
about-receiving_unit = 呈递单位
about-identity = 身份
about-name = 姓名
about-contact = 联系方式
about-work_unit = 工作单位
about-school = 学校
about-address = 联系地址
preview-cut = { $text }……（后面还有 { $left } 字，会一起发送）
preview-line = { $question }：{ $answer }
preview-on-own-page = 个人资料：已在我们的页面上填好，不在聊天里显示
suggest-sent =
    🎉 <b>您的建议已收到，谢谢您！</b>

    编号：<code>{ $number }</code>
    查询码：<code>{ $code }</code>（请保管好，不要告诉别人）

    <b>接下来</b>
    1. 征集办公室登记、转给承办单位；
    2. 承办单位研究，需要时在这里问您；
    3. { $known ->
        [yes] 最迟 <b>{ $by }</b> 向您答复。
       *[no] 转办后 { $day_type ->
            [working] { $days } 个工作日
           *[calendar] { $days } 日
        }内向您答复。
    }
    每一步都会在这里通知您，请不要删除或屏蔽本聊天。
suggest-sent-another = ✍️ 再提一条

share-button = 📣 转发给亲友
share-card =
    💡 <b>{ $title }</b>
    “{ $slogan }”
    说出您的“金点子”，件件有回复。
    👉 { $link }
    { $organiser }
share-not-yet = 链接还没有准备好，请过一会儿再试。

kept-in-campaign = 📂 放在《{ $campaign }》里。要提给别的征集，请发 /start，点“放弃这条”或“另写一条”再选。
kept-as-text = 📝 已把您刚才的话加到建议内容里。不是建议内容就点“取出”。
take-out = ↩️ 取出刚才那句
taken-out = ↩️ 已从建议内容里取出。
nothing-open = 👇 这里现在不能写新的建议，刚才那句没有保存。请看上面的办法。
begin-first = 👇 请先点下面的按钮开始，再写建议；照片和文件可以在那之后发。
not-kept-personal = 🔒 刚才那句像是电话、邮箱等个人信息，没有加进建议内容，也没有保存。需要时会在后面单独问您。
not-kept = 👇 刚才那句没有加进建议。请点下面的按钮，或按提示回答。
kind-not-taken = 🙏 语音、视频、贴纸、位置等我读不了。请打字，或发照片、文件（doc、docx、jpg、jpeg、png、bmp、txt、pdf）。刚才已写的内容都在。
file-fetching = ⏳ 正在接收《{ $name }》（{ $megabytes } MB）……
file-checking = 🛡 《{ $name }》收到了，正在做安全检查……
file-done = 📎 处理好了。
file-kept = 📎 已收到附件《{ $name }》，现在共 { $count } 个。
caption-kept = 📝 附言已加到建议内容里。
caption-kept-alone = 📝 文件没有收下，但附言的文字已经保存。
file-kept-beside = 📎 已把《{ $name }》放进附件（共 { $count } 个）。请继续回答下面的问题。
file-still-checked = 🛡 文件已保存，病毒检查还在进行，您不用做什么。如果发现病毒，文件不会被打开。
edit-taken = ✏️ 已按您编辑后的内容更新。
edit-too-late = ✏️ 这条消息不是正在写的建议内容，所以没有改动。要改姓名等回答，请在检查时点“改……”；已发送的建议不能再改。
old-button-draft = ↪️ 那个按钮属于另一条没写完的建议，现在接着写它。刚才的那条也留着。
old-button = 这个按钮属于以前的消息，不再有效。您现在到了这里：
sent-already = 您的建议已经发送了。要再提一条，请点下面的按钮。
group-write-privately = 🙏 群里不方便收集姓名和电话。请点 @{ $username } 与我单独聊天，发 /start 开始提建议。
error-unexpected = 😔 我们这边出了点问题，这条消息没能处理，工作人员会看到。您之前写的内容都保存着，请发 /start 接着写。

# 写作提示：只提醒，不拦。
hint-title = 💡 现在像一个标题。写清问题在哪里、建议怎么做，更容易被采纳。可以返回补充，也可以不改。
hint-one-sentence = 💡 现在只有一句话。写清问题在哪里、建议怎么做，更容易被采纳。可以返回补充，也可以不改。
hint-no-proposal = 💡 好像还没有写建议怎么做。可以返回补充，也可以不改。
hint-several-matters = 💡 好像说了几件事。一条建议只说一件事，办起来更快：其他的可以另提一条。不改也可以。
hint-short = 💡 现在 { $length } 字，这类建议一般不少于 { $minimum } 字。可以返回补充，也可以不改。
hint-elsewhere =
    💡 这看起来可能是求决、申诉或检举。这样的诉求，走下面的渠道办得更快：
    { $places }
    您仍然可以作为建议继续提交。

# 规则说“不”时的话：说明原因和下一步。
campaign-missing = 没有找到这次征集活动，请发 /start 重新开始。
campaign-not-yet = 征集还没有开始，现在不能提交，也不收个人资料。写好的都保存着，开始后发 /start 接着写。
campaign-closed = 征集已经结束，这里不再接收。写好的都保存着；发 /start 看看还开着的征集，或用书信、网站等别的方式提出。
campaign-stopped = 征集办公室已暂停接收新的建议。已写的内容仍保存着，恢复后发 /start 接着发送。
theme-missing = 没有这个主题，请在下面点一个。
topic-missing = 没有这个议题，请在下面点一个。
choice-missing = 没有这个选项，请在下面点一个。
line-missing = 请写文字，例如单位或学校的名称、地址。
line-too-long = 太长：{ $length } 字，最多 { $maximum } 字。请写短一些。
consent-missing = 请先看个人信息说明，点“同意”后再继续。
last-time-missing = 没有找到您上次留的资料，请直接回答。
page-link-missing = 这个链接不对，可能没有复制完整。请回到聊天，重新点“获取填写链接”。
page-link-expired = 这个链接已经过期，或者您后来又取了新的链接。请回到聊天，用最新的链接，或重新获取。
page-link-used = 这个链接已经填过了，资料已保存。请回到聊天继续；要改，就在聊天里重新获取链接。
page-link-draft-over = 这条建议已经发送或放弃，不用再填了。
draft-missing = 没有找到正在写的建议，请发 /start 开始。
draft-incomplete = 还有问题没有回答，请看下面。
text-empty = 这条消息里没有文字（只有空格或看不见的字符）。请写下您的建议。
text-missing = 还没有建议内容。请先写下您的建议，再点“完成”。
text-too-long = 建议内容现在 { $length } 字，超过上限 { $maximum } 字，多了 { $over } 字。写的都保存着。
name-missing = 请发姓名的文字，例如“张三”。电话、网址请不要写在姓名里。
name-too-long = 姓名太长：{ $length } 字，最多 { $maximum } 字。请只发姓名。
contact-missing = 需要留一个联系方式才能提交，只有办理人员能看到。{ $kinds ->
    [phone] 请发 11 位手机号或带区号的固定电话。
    [email] 请发有效的电子邮箱。
   *[other] 请发 11 位手机号、带区号的固定电话，或有效的电子邮箱。
}
contact-not-a-number = 这不像一个有效的电话号码。{ $kinds ->
    [phone] 请发 11 位手机号，或带区号的固定电话（如 023-12345678）。
   *[other] 请发 11 位手机号、带区号的固定电话（如 023-12345678），或有效的电子邮箱。
}
contact-not-an-address = 这不像一个有效的电子邮箱。{ $kinds ->
    [email] 请检查后再发，例如 name@example.com。
   *[other] 请检查后再发，例如 name@example.com，或改发电话号码。
}
file-kind = 不能收《{ $name }》：只收这些格式：{ $allowed }。请另存为其中一种再发。
file-too-large = 不能收《{ $name }》：超过 { $megabytes } MB。请压缩或拆分后再发。
file-empty = 不能收《{ $name }》：文件是空的。请检查后再发。
file-not-what-it-says = 不能收《{ $name }》：文件内容不是 { $extension } 格式，可能已损坏或改过扩展名。请用原来的软件另存后再发。
file-encrypted = 不能收《{ $name }》：文件加了密码。请去掉密码后再发。
file-macros = 不能收《{ $name }》：里面有宏（小程序）。请另存为不带宏的 docx 或 pdf 再发。
file-active = 不能收《{ $name }》：里面有脚本、嵌入的文件或要从别处取的内容。请另存或打印成普通 pdf 再发，嵌入的文件请单独发。
file-bomb = 不能收《{ $name }》：文件展开后太大。请拆分，或换一种简单的格式另存后再发。
file-damaged = 不能收《{ $name }》：文件打不开，可能已损坏。请用原来的软件另存，或重新拍照后再发。
file-picture-too-large = 不能收《{ $name }》：图片超过 { $megapixels }00 万像素。请缩小后再发。
file-not-inspected = 没有收《{ $name }》：没能完成安全检查。请再发一次；如果还是不行，请另存为 pdf 或截图再发。
file-infected = 不能收《{ $name }》：里面发现了病毒。请检查您的设备，再发没有病毒的文件。
file-one-too-many = 没有收《{ $name }》：最多 { $maximum } 个附件。请先去掉一些，或合并成一个文件。
file-not-fetched = 没能取到这个文件，请再发一次。
suggestion-missing = 没有找到编号为 { $number } 的建议。
suggestion-moved-on = 建议 { $number } 的状态已经变了，请刷新后再看。
support-own = { $number } 是您自己的建议，每一步进展本来就会告诉您。
unit-missing = 没有这个单位，请重新选择。
reply-outcome-missing = 请选择办理结果。
reply-text-missing = 请填写答复内容。
reply-reason-missing = 这种办理结果必须说明理由。
reply-too-long = 答复和理由共 { $length } 字，最多 { $maximum } 字，请精简。
sign-in-wrong = 账号或密码不对，请再试一次。
sign-in-wait = 试的次数太多，请等 { $seconds } 秒再试。
source-kind-missing = 请选择入口的类别。
source-campaign-missing = 没有这个征集活动，请重新选择。
source-missing = 没有找到这个入口。
source-link-missing = 这个聊天渠道的地址还不知道。如果刚刚启动，请稍后再看；否则请系统管理员检查设置。
source-name-missing = 请填写入口的名称。
source-name-too-long = 名称太长：{ $length } 字，最多 { $maximum } 字。
quiet-hours-unclear = 没看懂这个时间。请写两个钟点，如“21-7”，意思是 21 点到第二天 7 点。
quiet-hours-too-long = 免打扰最多 { $maximum } 小时。请按 24 小时写，如“21-7”，意思是 21 点到第二天 7 点。
reason-missing = 请填写理由。
reason-too-long = 理由太长：{ $length } 字，最多 { $maximum } 字。请精简。
diversion-missing = 没有这个去处，请重新选择。
merge-itself = 建议 { $number } 不能并入它自己。
merge-main-over = 建议 { $number } 现在不能接收合并：它已经答复、分流、合并或撤回。请选一条还在登记或办理中的。
merge-others-there = 已有别的建议并入 { $number }，请反过来合并，或先处理那些建议。
objection-missing = 建议 { $number } 没有待处理的异议。
date-past = 新的期限不能早于今天。
date-too-far = 新的期限太远，最多一年之内。
date-same = 新的期限和现在的一样。
question-text-missing = 请写下要问建议人的问题。
question-too-long = 问题太长：{ $length } 字，最多 { $maximum } 字。请精简。
question-missing = 没有找到这个问题。您的建议可以发 /mine 查看。
question-answered = 关于 { $number } 的这个问题您已经答过，答复已送达。还想补充，请到“我的建议”：/mine
answer-missing = 还没有收到您的回答。请先写文字或发文件，再点“答完了”。
answer-too-long = 回答共 { $length } 字，最多 { $maximum } 字，刚才这条没有收。请写短一些，或作为文件发来。
rating-missing = 没有这个评价，请点消息里的按钮。
rating-not-asked = 建议 { $number } 现在没有要您评价的答复。
rating-given = 建议 { $number } 的评价已经记下，不再更改。
rating-reason-missing = 请写下不满意的原因，这样单位才知道怎样改进。
suggestion-changed = 您打开这一页以后，别人处理过 { $number }，所以您这一步没有办。您填的内容都还在。请先看看发生了什么，仍然需要就再提交一次。
suggestion-not-lead = { $number } 由贵单位协办，只有主办单位能这样办。您可以给主办单位写协办意见。
assisting-is-lead = 主办单位不能同时协办，请从协办单位里去掉它。
assisting-many = 协办单位最多 { $maximum } 个，请去掉几个。
opinion-missing = 请填写协办意见。
opinion-too-long = 协办意见有 { $length } 字，最多 { $maximum } 字，请改短。
opinion-not-assisting = 贵单位现在不协办 { $number }，请与征集办联系。
classify-missing = 没有这个主题和议题，请从列表里选一个。
scope-missing = 没有这个范围，请从列表里选一个。
scope-recommended = { $number } 已经推荐上报，必须是针对全市的。请先撤回推荐。
leader-missing = 请填写是哪位领导或哪个办公室的。
leader-too-long = 名称有 { $length } 字，最多 { $maximum } 字，请改短。
recommend-not-city = 只有针对全市的建议能推荐上报，{ $number } 不是。范围不对的话，请先更正范围。
instruction-date-ahead = 批示日期不能晚于今天，请核对日期。
date-unclear = 请按“年-月-日”填写日期，例如 2024-08-15。
merge-number-missing = 请填写要并入的建议编号，例如 CQ2024-000001。
decision-missing = 请选择异议是否成立。
undo-nothing = { $number } 没有可以撤销的操作：已经超过半小时，或者之后又有了新的处理。请用别的步骤改正。

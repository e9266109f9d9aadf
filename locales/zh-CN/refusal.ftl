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

# 账号、二次验证、单位、值班
sign-in-suspended = 这个账号已停用，请联系管理员。
password-old-wrong = 原密码不对，请重新输入。
password-wrong = 密码不对，请重新输入。
password-long = 新密码太长，最多 { $maximum } 个字符。
password-short = 新密码太短，至少要 { $minimum } 个字符。
password-not-again = 两次输入的新密码不一样，请重新输入。
password-same = 这就是原来的密码，请换一个。
password-easy = 这个密码太容易猜到。请换一个，不要包含登录名，字符要多样。
factor-code-wrong = 验证码不对或已经用过。请等下一个再输入；手机时间要准确。
factor-on-already = 二次验证已经开启。要换手机，请先关闭。
factor-not-begun = 还没有可以确认的内容，请点“开始设置”重新开始。
factor-not-on = 二次验证没有开启，请先设置。
factor-not-here = 本系统没有启用二次验证，请联系系统运行人员。
factor-required = 本单位要求每个账号开启二次验证，不能关闭。换了手机，请管理员解除后重新设置。
account-missing = 没有这个账号，请返回列表。
account-own = 这是您自己的账号：角色、停用和解除二次验证由另一位管理员办理。
account-login-wrong = 登录名为 2 到 32 个小写字母、数字、点或连字符，以字母或数字开头。请修改。
account-login-taken = 登录名 { $login } 已被使用，请换一个。
account-role-missing = 请选择角色。
account-unit-missing = 承办人和单位负责人要属于一个使用中的单位，请选择单位。
unit-key-wrong = 代码只能用小写字母、数字和连字符，请修改。
unit-key-taken = 已有代码为 { $taken } 的单位，请换一个代码。
unit-name-missing = 单位要有中文名称，请填写。
unit-name-too-long = 名称最多 { $maximum } 个字，请缩短。
unit-below-itself = 单位不能放在自己或自己的下级单位之下，请另选位置。
unit-has-open = 这里还有 { $count } 件建议没有办结，请先答复或改转其他单位。
unit-has-units = 它还有下级单位，请先移动或停用下级单位。
unit-has-members = 它还有使用中的账号，请先调到别的单位或停用。
roster-day-missing = 请选择起止两个日期。
roster-days-turned = 最后一天早于第一天，请修改。
roster-days-long = 时间超过一年，请缩短。
roster-member-missing = 这不是本单位使用中的成员，请从列表中选择。
roster-stand-in-self = 不能由本人代办，请另选一人，或不选。
staff-link-wrong = 链接已过期或已用过。请在管理台“我的账号”里重新生成。
staff-link-wait = 试的次数太多，请等 { $seconds } 秒再打开链接。
desk-missing = 这个聊天里没有这项内容。
desk-not-yours = 您的账号不能这样操作。
promise-text-missing = 请写明承诺办什么。
promise-too-long = 承诺事项有 { $length } 字，最多 { $maximum } 字，请写短一些。
promise-too-many = 一条建议最多登记 { $maximum } 个承诺事项。
promise-not-adopted = 建议 { $number } 还没有采纳或部分采纳的答复，不能登记承诺事项。请先答复。
promise-missing = 建议 { $number } 没有这个承诺事项，请刷新页面再看。
promise-over = 这个承诺事项已经了结，不能再改。需要的话请另登记一个。
promise-late-day = 延期要填比原来（{ $due }）更晚的日期。
award-missing = 这个征集活动没有这个奖项，请刷新页面再选。
award-no-place = 这个奖项的 { $maximum } 个名额已经用完。
award-not-adopted = 建议 { $number } 没有被采纳，按规则不能评奖。

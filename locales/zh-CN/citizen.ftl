# 我们自己的填写页：聊天里不收的个人资料在这里填。
citizen-product = 金点子
citizen-title = 填写个人资料
citizen-lead = 这些资料只交给{ $organiser }，不经过聊天软件。填好保存后，聊天会自动继续。
citizen-about = 您的建议：{ $campaign } · { $theme }，{ $begun } 开始写
citizen-languages = 语言
citizen-all-required = 带 * 的都要填。
citizen-hint-name = 请填真实姓名。只有办理人员能看到。
citizen-hint-contact = { $kinds ->
    [phone] 手机号，或带区号的固定电话，如 023-12345678。
    [email] 电子邮箱，如 name@example.com。
   *[other] 手机号、带区号的固定电话，或电子邮箱。
}
citizen-hint-work_unit = 没有工作单位，就填您的职业，如“务农”“退休”。
citizen-hint-school = 请填学校的全称。
citizen-hint-address = 请填能收到信的地址。
citizen-privacy = 个人信息怎样使用
citizen-privacy-words = 这就是您在聊天里同意的说明。这里填的资料不会出现在聊天里。
citizen-save = 保存
citizen-error = 有误：
citizen-wrong = 还有 { $count } 处要改，都没有保存
citizen-colon = ：
citizen-empty = 请填写{ $field }。
citizen-contact-wrong = { $kinds ->
    [phone] 这不像一个有效的电话号码。请填 11 位手机号，或带区号的固定电话（如 023-12345678）。
    [email] 这不像一个有效的电子邮箱。请检查，例如 name@example.com。
   *[other] 这不像一个有效的电话号码或电子邮箱。请填 11 位手机号、带区号的固定电话（如 023-12345678），或电子邮箱。
}
citizen-saved = 已保存
citizen-saved-next = 谢谢您！请回到聊天，那里已经自动继续。这个网页可以关掉了。
citizen-to-chat = 回到聊天
citizen-too-large = 填的内容太长，没有保存。请返回上一页写短一些。
citizen-not-possible = 这里做不了这件事。请回到聊天，重新点“获取填写链接”。
citizen-busy = 系统正忙，资料还没有保存。请过几秒钟再试。
citizen-again = 再试一次
citizen-broken = 我们这边出了点问题，资料可能没有保存。请过一会儿再打开这个链接；如果还是不行，请在聊天里重新获取链接。

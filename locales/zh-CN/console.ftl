# 工作台：承办人员看到的页面。
console-product = 金点子 · 工作台
console-skip = 跳到正文
console-nav = 主导航
console-error = 有误：{ "" }
console-language-zh-CN = 中文
console-language-en = English
console-office = 征集办
console-none = 暂无

# 登录
console-sign-in = 登录
console-sign-in-lead = 请用单位发给您的账号登录。
console-sign-out = 退出
console-login = 账号
console-password = 密码

# 列表
console-desk = 建议
console-undelivered = 未送达
console-desk-empty-office = 这里还没有建议。
console-desk-empty-unit = 这里没有转给您单位的建议。
console-filter = 按状态筛选
console-all = 全部
console-pages = 翻页
console-previous = 上一页
console-next = 下一页
console-page-of = 第 { $page } 页，共 { $pages } 页
console-column-number = 编号
console-column-matter = 建议内容
console-column-received = 收到时间
console-column-state = 状态
console-column-unit = 承办单位
console-column-due = 答复期限
console-column-about = 事项
console-column-time = 时间
console-column-channel = 渠道
console-column-reason = 原因
console-column-letter = 序号
console-state-registered = 已登记
console-state-forwarded = 办理中
console-state-replied = 已答复
console-state-returned = 退回补正
console-state-diverted = 已分流
console-state-merged = 已合并
console-state-signed = 已签收
console-state-closed = 已办结
console-state-withdrawn = 已撤回
console-days-left = { $days ->
    [0] 今天到期
   *[other] 还剩 { $days } 天
}
console-overdue = 已超期 { $days } 天
console-topic-other = 其他

# 日期
day-in-words = { $year }年{ $month }月{ $day }日
moment-in-words = { $day } { $time }

# 一件建议
console-back = 返回列表
console-matter = 建议内容
console-files = 附件
console-about = 基本情况
console-author = 建议人
console-author-erased = 应本人要求，个人信息已删除（{ $day }）
console-contact-phone = 电话
console-contact-email = 电子邮箱
console-consent = 个人信息
console-source = 来源
console-channel = 渠道
console-channel-telegram = Telegram
console-channel-webchat = 网页聊天
console-supporters = 支持人数
console-done-forwarded = 已转给{ $unit }，并会告知建议人。
console-done-replied = 答复已登记，并会送给建议人。
console-done-published = 这件建议已公开。
console-done-unpublished = 这件建议已转为不公开。

# 办理经过
console-timeline = 办理经过
console-event-registered = 登记
console-event-forwarded = 转办
console-event-replied = 答复
console-event-returned = 退回补正
console-event-corrected = 补正后重新提交
console-event-diverted = 分流
console-event-merged = 合并
console-event-objected = 提出异议
console-event-objection-decided = 异议处理
console-event-signed = 签收
console-event-sent-back = 退回重新转办
console-event-asked = 询问建议人
console-event-answered = 建议人答复
console-event-supplemented = 建议人补充
console-event-date-moved = 调整期限
console-event-rated = 评价
console-event-reopened = 重新办理
console-event-closed = 办结
console-event-withdrawn = 撤回
console-event-published = 公开
console-event-unpublished = 转为不公开
console-by-author = 建议人
console-role-clerk = 征集办工作人员
console-role-handler = 承办人
console-role-unit-lead = 单位负责人
console-role-supervisor = 督办人员
console-role-leader = 领导（只读）
console-role-auditor = 审计人员
console-role-administrator = 系统管理员
console-event-to = 转给：{ $unit }
console-event-due = 答复期限：{ $day }（含当日）
console-event-outcome = 办理结果：{ $outcome }
console-push-sent = 已送达建议人（{ $at }）
console-push-waiting = 等待送达建议人
console-push-parked = 未能送达建议人：{ $reason }
console-reason-unknown = 原因不明

# 转办
console-forward = 转办
console-forward-again = 改转其他单位
console-forward-unit = 承办单位
console-forward-choose = 请选择单位
console-forward-here-now = （现承办单位）
console-forward-do = 转给该单位
console-due-rule = 须在{ $start ->
    [received] 收到建议
    [registered] 登记
    [signed] 单位签收
   *[forwarded] 转办
}后 { $days } 个{ $kind ->
    [working] 工作日
   *[calendar] 自然日
}内答复；现在转办，期限为{ $day }。

# 答复
console-reply = 答复建议人
console-reply-lead = 答复会原文发给建议人，请把情况说清楚。
console-reply-lead-office = 可代承办单位登记答复（例如单位以书面形式作出的答复）。答复会原文发给建议人。
console-reply-outcome = 办理结果
console-reply-needs-reason = （须说明理由）
console-reply-text = 答复内容
console-reply-limit = 与理由合计不超过 { $maximum } 字。
console-reply-reason = 理由
console-reply-reason-hint = 不予采纳的，须说明理由：先肯定建言的出发点，再讲清暂不可行的原因。
console-reply-do = 发出答复
console-reply-final = 发出后不能修改。
console-reply-supporters = { $count ->
   *[other] 支持这件建议的 { $count } 人也会收到答复。
}
console-given = 答复
console-given-reason = 理由

# 公开
console-public = 公开
console-public-no = 现在只有建议人和工作人员看得到。
console-public-since = 自{ $at }起公开，任何人都查得到。
console-public-lead = 公开后，别人要提相近的建议时会看到编号、内容和办理结果，看不到姓名和联系方式。请先确认内容里没有写到个人信息。
console-public-end = 转为不公开后，别人不再查得到，支持的人也不再收到进展。
console-publish-do = 公开这件建议
console-unpublish-do = 转为不公开

# 未送达
console-undelivered-lead = 每类最多显示最近 { $most } 条，不显示内容。时间按 { $zone } 计。
console-parked = 未能送达的通知
console-parked-none = 没有未能送达的通知。
console-dead = 未能处理的来信
console-dead-none = 没有未能处理的来信。

# 入口
console-ways-in = 入口
console-ways-in-lead = 每个入口是一个链接和一个二维码，可以印在海报、展板上，也可以发给信息员。有多少人从这里来、提了多少建议，都在这里统计。
console-ways-in-every-campaign = 全部征集活动
console-ways-in-show = 查看
console-ways-in-filter = 按类别筛选
console-ways-in-empty = 这里还没有入口。
console-ways-in-came = 建议从哪里来
console-ways-in-none = 未经入口
console-ways-in-share = { $count } 件 · { $percent }%
console-ways-in-kind-campaign = 活动
console-ways-in-kind-place = 场所
console-ways-in-kind-event = 现场征集
console-ways-in-kind-officer = 信息员
console-ways-in-kind-shared = 个人转发
console-ways-in-hint-campaign = 一种宣传渠道，例如门户网站、公众号
console-ways-in-hint-place = 村（社区）、学校、企业、联系点
console-ways-in-hint-event = 巡回接访、社区摆展
console-ways-in-hint-officer = 人民建议信息员各用各的
console-ways-in-general = 活动总入口
console-ways-in-personal = 个人转发的链接
console-ways-in-used = 使用中
console-ways-in-retired = 已停用
console-column-name = 名称
console-column-kind = 类别
console-column-campaign = 征集活动
console-column-code = 代码
console-column-people = 来访人数
console-column-drafts = 开始填写
console-column-suggestions = 提交建议
console-ways-in-add = 新建入口
console-ways-in-name-hint = 只有工作人员看得到，例如“示例社区公告栏”。
console-ways-in-unit = 所属单位（可不选）
console-ways-in-no-unit = 不限单位
console-ways-in-add-do = 新建
console-ways-in-done-added = 入口已建好，链接、二维码和宣传卡都在下面。
console-ways-in-done-retired = 这个入口已停用。
console-ways-in-done-reopened = 这个入口已恢复使用。
console-ways-in-retired-lead = 这个入口已停用：从这里来的人仍可提建议，但不再计入这个入口。
console-ways-in-closed = 这个征集活动现在不接收建议。印发之前，请先核对日期。
console-ways-in-only-here = 这里的地址只在本机有效，印出来别人打不开。请系统管理员先设置 JINDIANZI_WEBCHAT_PUBLIC_URL。
console-ways-in-qr = 二维码：{ $address }
console-ways-in-link = 链接（点一下，全选复制）
console-ways-in-svg = 二维码 SVG（印刷用）
console-ways-in-png = 二维码 PNG（文档、网页用）
console-ways-in-card = { $paper } 宣传卡（打印）
console-ways-in-made = 建立时间
console-ways-in-use = 使用
console-ways-in-retire-lead = 停用后不再计数，已有的统计都保留；以后还可以恢复。
console-ways-in-retire-do = 停用
console-ways-in-reopen-lead = 恢复后，已经张贴的海报和二维码重新计数。
console-ways-in-reopen-do = 恢复使用

# 宣传卡
console-card-back = 返回入口
console-card-choices = 纸张和语言
console-card-how-to-print = 用浏览器的“打印”印出来：纸张选 { $paper }，页边距选“无”，勾选“背景图形”。
console-card-do = 扫码提建议
console-card-how = 用手机扫一扫，按提示说出您的建议。您会得到一个编号，办到哪一步、怎么答复的，都会告诉您。
console-card-open = 也可以在手机上打开：
console-card-until = 征集截止：{ $day }（含当日）

# 出了问题
console-trouble = 没有办成
console-kept = 您填写的内容
console-kept-lead = 没有保存，请复制下来再填。
console-not-found = 没有这个页面，或者您无权查看。
console-not-possible = 这个地址不能这样使用。
console-too-large = 提交的内容太多。请返回上一页，删减后再提交。
console-file-gone = 附件暂时取不到，请联系系统管理员。
console-file-quarantined = 附件还没有完成病毒检查，或者发现了病毒，暂不提供下载。不需要操作，请稍后再看。
console-quarantine-unchecked = 尚未完成病毒检查
console-quarantine-infected = 发现病毒
console-broken = 系统出错了。请先返回查看事情是否已办成，再决定要不要重试。
console-busy = 系统正忙，请过几秒再试。
console-sign-in-over = 您还没有登录，或登录已过期。请重新登录。
console-not-yours = 您的账号不能做这件事。
console-no-unit = 您的账号还没有分到单位，请联系征集办。
console-form-stale = 页面已过期，请返回后重新打开再提交。
console-form-foreign = 表单不是从本站提交的，未予受理。
console-language-unknown = 没有这种语言。

# 人工登记
console-intake = 登记来信
console-intake-lead = 用于登记来信、电子邮件、来访和电话。建议人没有聊天窗口：需用信件或电话告知，“未送达”页列出待告知的事项。
console-intake-received = 收到日期
console-intake-matter = 主题和议题
console-intake-choose = 请选择
console-intake-unknown = 不清楚
console-intake-text = 建议内容
console-intake-files = 扫描件和附件
console-intake-files-hint = 最多 { $count } 个文件：{ $kinds }。
console-intake-files-again = 请重新选择文件：浏览器不会保留它们。
console-intake-contact-hint = 电话或电子邮箱；没有的话，请在下面填写通信地址。
console-intake-do = 登记
console-intake-done = 已登记为 { $number }
console-intake-code-lead = 请把编号和查询码都告诉建议人：凭这两项可在任何聊天窗口中查询。
console-intake-code = 查询码
console-intake-tell = 查询码不再显示。今后的进展请用信件或电话告知。
console-intake-open = 打开这件建议
console-intake-next = 再登记一件
console-intake-no-campaign = 还没有征集活动。
console-channel-letter = 来信
console-channel-email = 电子邮件
console-channel-visit = 来访
console-channel-telephone = 电话
console-channel-elsewhere = 其他系统
console-reason-no-chat = 没有聊天窗口：请用信件或电话告知
console-reason-told-elsewhere = 已由来源系统告知

# 台账
console-ledger = 台账
console-ledger-export = 导出文件
console-ledger-export-lead = 导出您可以查看的建议，可按条件筛选；日期为真正的日期，不含公式。
console-ledger-from = 收到日期从
console-ledger-until = 收到日期至
console-ledger-personal = 包含姓名和联系方式
console-ledger-personal-hint = 仅在工作需要时勾选；请妥善保管文件，用后删除。
console-ledger-format = 格式
console-ledger-xlsx = Excel（.xlsx）
console-ledger-csv = CSV，其他程序也可使用
console-ledger-export-do = 导出台账
console-ledger-import = 导入台账
console-ledger-import-lead = 请使用模板的格式，最多 { $rows } 行、{ $megabytes } MB。编号已登记的不会重复导入：同一文件可随时再次上传。
console-ledger-template = 模板：{ $campaign }
console-ledger-system = 外部系统的名称
console-ledger-system-hint = 简短且始终一致的名称，例如 xinfang：编号按它识别。
console-ledger-sheet = 文件（.xlsx 或 .csv）
console-ledger-import-do = 导入
console-ledger-report = 导入结果
console-ledger-counts = 新登记：{ $new }。已存在：{ $known }。未导入：{ $refused }。
console-ledger-refused-lead = 以下各行没有导入。请保存下来，改正后再次上传；结果保留 { $days } 天。
console-ledger-refused-file = 未导入的行
console-ledger-more = 这里显示前 { $most } 行，文件中有全部。

# 程序接口
console-programs = 程序接口
console-programs-lead = 程序凭令牌代表一位工作人员办事，权限不超过本人。用法见 docs/api.md。
console-programs-none = 还没有令牌。
console-programs-made = “{ $name }”的令牌
console-programs-once = 请现在复制并交给程序使用：只显示这一次。
console-programs-token = 令牌
console-programs-never = 尚未使用
console-programs-revoke = 停用
console-programs-revoked = 已停用
console-programs-revoked-done = 令牌已停用，不再有效。
console-programs-ended = 已到期
console-programs-make = 生成令牌
console-programs-name = 程序名称
console-programs-for = 代表
console-programs-choose = 请选择
console-programs-for-hint = 程序所做的事记在此人名下，能看到的也与此人相同。
console-programs-may = 权限
console-programs-last-day = 最后一天
console-programs-make-do = 生成令牌
console-scope-read = 读取
console-scope-register = 登记
console-scope-handle = 办理
console-scope-import = 导入
console-scope-hint-read = 列出和打开建议，下载附件
console-scope-hint-register = 登记来信、电子邮件、来访和电话
console-scope-hint-handle = 转办、签收、追问、答复等办理操作
console-scope-hint-import = 导入其他系统的台账
console-column-for = 代表
console-column-scopes = 权限
console-column-until = 最后一天
console-column-used = 最近使用

# 工作台：承办人员看到的页面。
console-product = 金点子 · 工作台
console-brand = 金点子
console-brand-more = 工作台
console-skip = 跳到正文
console-nav = 主导航
console-menu = 菜单
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
console-show = 看哪些
console-show-overdue = 已超期
console-show-soon = 快到期
console-show-mine = 等我办理
console-show-unsigned = 未签收
console-show-all = 全部
console-find = 按编号查找
console-find-hint = 编号、编号的开头，或最后几位数字。
console-find-do = 查找
console-found = 编号符合“{ $number }”的建议
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
console-paused = 等建议人回答，暂停计时
console-provisional = （暂定）
console-topic-other = 其他

# 日期
day-in-words = { $year }年{ $month }月{ $day }日
moment-in-words = { $day } { $time }
day-short = { $month }月{ $day }日
days-joint = 、

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
console-consent-given = { $at } 同意收集（说明：{ $version }）
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
console-event-extension-asked = 申请延期
console-event-extension-decided = 延期申请处理
console-event-rated = 评价
console-event-reopened = 重新办理
console-event-closed = 办结
console-event-withdrawn = 撤回
console-event-promised = 承诺事项
console-event-progressed = 承诺进展
console-event-awarded = 获奖
console-event-published = 公开
console-event-unpublished = 转为不公开
console-by-author = 建议人
console-by-house = 系统自动
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

# 办理期限
console-deadline = 办理期限
console-deadline-why = { $start ->
    [set] { $due }（含当日）。这一天由征集办在 { $started } 确定。
   *[received] { $due }（含当日）。{ $start ->
        [registered] { $started } 登记
        [forwarded] { $started } 转办
        [signed] { $started } 单位签收
        [reopened] { $started } 重新办理
       *[received] { $started } 收到建议
    }，从第二天起算 { $days } 个{ $kind ->
        [working] 工作日
       *[calendar] 自然日
    }，等建议人回答的日子不算。
}
console-deadline-provisional = 这个日期是暂定的：那一年的放假安排还没有公布，先按周一到周五计算；公布后会自动重新计算，日期变了会告知建议人。
console-deadline-paused = 正在等建议人回答，从 { $at } 起暂停计时。
console-deadline-days = 这一天是怎么算出来的
console-deadline-holiday = { $day } 放假，没有算
console-deadline-workday = { $day } 是周末，调休上班，算一天
console-deadline-pause = { $first } 到 { $last } 等建议人回答，没有算
console-deadline-cause-received = { $at } 收到建议，期限为 { $due }
console-deadline-cause-registered = { $at } 登记，期限为 { $due }
console-deadline-cause-forwarded = { $at } 转办，期限为 { $due }
console-deadline-cause-signed = { $at } 单位签收，期限为 { $due }
console-deadline-cause-reopened = { $at } 重新办理，期限为 { $due }
console-deadline-cause-answered = { $at } 建议人答复后继续计时，期限为 { $due }
console-deadline-cause-date-moved = { $at } 征集办调整，期限为 { $due }
console-deadline-cause-calendar = { $at } 放假安排公布后重新计算，期限为 { $due }
console-deadline-none = 现在没有在计算期限。
console-extension-requests = 延期申请
console-extension-request = { $at } 申请延到 { $day }：
console-extension-approved = 征集办同意：
console-extension-refused = 征集办不同意：
console-extension-waits = 等征集办决定
console-extension-over = 情况已变，不再处理
console-extension-decision = 是否同意延期
console-extension-approve = 同意延到 { $day }
console-extension-refuse = 不同意
console-extension-decision-hint = 同意的，这个理由建议人在“我的建议”里看得到。
console-extension-decide-do = 确定
console-extension-ask = 申请延期
console-extension-until = 希望延到哪一天
console-extension-hint = 由征集办决定；同意后会告知建议人。
console-extension-ask-do = 提交申请

# 提醒
console-notices = 提醒
console-notices-unread = 未读：
console-notices-lead = 和您有关的建议发生了什么，最新的在最前面。
console-notices-read-do = 全部标为已读
console-notices-new = 新
console-notices-none = 还没有提醒。
console-notices-elsewhere = （现在不在您的单位）
console-notice-forwarded = 转给您的单位办理
console-notice-sent-back = 单位退回，等待重新转办
console-notice-answered = 建议人回答了问题
console-notice-supplemented = 建议人作了补充
console-notice-objected = 建议人提出了异议
console-notice-dissatisfied = 建议人对答复不满意
console-notice-dissatisfied-assisting = 建议人对协办单位“{ $unit }”的部分不满意
console-notice-reply-to-approve = 有一份答复等您审核
console-notice-reply-to-check = 有一份答复等征集办审核
console-notice-reply-given-back = 您的答复被退回修改
console-notice-extension-asked = 单位申请延期，等待决定
console-notice-extension-approved = 延期申请已同意
console-notice-extension-refused = 延期申请未同意
console-notice-mentioned = 同事在备注里提到了您
console-notice-due-soon = 快到期了
console-notice-due-today = 今天到期
console-notice-overdue = 已经超期

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
console-parked-lead = 每一条都写着原因和接下来做什么。联系方式在建议页面的“基本情况”里。
console-dead-lead = 这些消息没能处理，写信人可能在等回音。每一条都写着原因和接下来做什么。
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

# 推进一件建议
console-deeds = 可以办理的事
console-next-uphold = 接下来：建议人有异议，请裁定
console-next-extension = 接下来：单位申请延期，请决定
console-next-forward = 接下来：请筛选，再转给承办单位
console-next-sign = 接下来：请签收
console-next-wait = 正在等建议人回答，也可以先写答复
console-next-reply = 接下来：请答复建议人
console-next-rewrite = 接下来：答复被退回，请修改后再提交
console-next-check = 接下来：请审核答复
console-next-opine = 接下来：请填写协办意见
console-jump = 本页内容
console-since = 这期间发生了
console-done-assisting = 协办单位已更改。
console-done-returned = 已退回补正，会告诉建议人。
console-done-diverted = 已分流，会告诉建议人该去哪里提出。
console-done-merged = 已合并，建议人从现在起跟踪主建议。
console-done-objection-decided = 异议已裁定，会告诉建议人。
console-done-signed = 已签收，会告诉建议人。
console-done-asked = 问题正在发给建议人。
console-done-opined = 协办意见已记录，供主办单位参考。
console-done-closed = 已办结，会告诉建议人。
console-done-classified = 主题和议题已更正。
console-done-scoped = 范围已更正。
console-done-valued = “有价值”标记已更改。
console-done-keyed = “重点”标记已更改。
console-done-recommended = 推荐上报已更改。
console-done-instructed = 批示已记录。
console-done-undone = 已撤销。收到过消息的人也会得知。
console-do-sign = 签收
console-hint-sign = 签收表示贵单位已经接手办理，会告诉建议人。
console-send-sign = 签收
console-do-return = 退回补正
console-hint-return = 建议人修改后再提交。请写明缺什么，建议人会看到原话。
console-words-return = 要补正什么
console-send-return = 退回给建议人
console-do-divert = 分流：不属于建议
console-hint-divert = 会告诉建议人该去哪里提出；建议人可以提一次异议。
console-divert-place = 该去哪里
console-words-divert = 为什么该去那里
console-send-divert = 分流
console-do-merge = 并入另一件建议
console-hint-merge = 以后由那一件代表这一件。合并前会把两件的内容并排显示。
console-words-merge = 主建议的编号
console-merge-compare = 并排查看
console-send-merge = 确认合并
console-merge = 合并两件建议
console-merge-lead = { $number } 将与 { $into } 一并办理。建议人会得知、跟踪 { $into }，并可以提一次异议。
console-merge-main = 主建议 { $number }
console-close = 内容相近的公开建议
console-back-to = 返回 { $number }
console-do-uphold = 裁定异议
console-hint-uphold = 建议人不同意，原话见办理过程。您写的内容建议人会看到。
console-decision = 异议是否成立？
console-decision-yes = 成立：重新筛选
console-decision-no = 不成立：维持原来的决定
console-words-uphold = 这样裁定的原因
console-send-uphold = 作出裁定
console-do-ask = 向建议人追问
console-hint-ask = 问题会原样发到建议人的聊天里。等待回答期间，办理期限可能暂停。
console-words-ask = 要问的问题
console-send-ask = 发出问题
console-do-send-back = 退回改办
console-hint-send-back = 不属于贵单位的，由征集办改交其他单位。建议人会看到原因。
console-words-send-back = 为什么不属于贵单位
console-send-send-back = 退回征集办
console-sent-back = 已退回征集办，由征集办重新转办。它已不在您的列表里。
console-do-opine = 填写协办意见
console-hint-opine = 供主办单位答复时参考，建议人看不到。
console-words-opine = 协办意见
console-send-opine = 提交意见
console-do-close = 办结
console-hint-close = 结束已答复建议的办理。建议人仍可评价。
console-send-close = 办结

# 筛选标记
console-marks = 筛选
console-mark-valuable = 有价值
console-mark-key = 重点：{ $leader }
console-mark-recommended = 已推荐上报
console-take-away = 取消标记
console-do-classify = 更正主题和议题
console-hint-classify = 建议人会在办理过程里看到，不会收到消息。
console-words-classify = 主题和议题
console-send-classify = 更正
console-do-scope = 更正范围
console-hint-scope = 针对全市还是本区。
console-words-scope = 范围
console-send-scope = 更正
console-do-value = 标记“有价值”
console-hint-value = 仅供征集办使用，建议人看不到。
console-send-value = 标记“有价值”
console-do-key = 重点建议
console-hint-key = 重点建议由一位领导包案督办。仅供征集办使用，建议人看不到。
console-words-key = 包案领导
console-send-key = 列为重点
console-do-recommend = 推荐上报
console-hint-recommend = 只推荐针对全市的建议。仅供征集办使用，建议人看不到。
console-send-recommend = 推荐上报
console-do-instruct = 记录领导批示
console-hint-instruct = 请照原文抄录，建议人看不到。
console-instruct-leader = 哪位领导或哪个办公室
console-instruct-day = 批示日期
console-words-instruct = 批示原文
console-send-instruct = 记录批示

# 围绕建议的往来
console-supplements = 建议人的补充
console-questions = 追问与回答
console-question = 追问
console-answer = 回答
console-question-open = 还没有回答
console-instructions = 领导批示
console-opinions = 协办意见
console-ratings = 满意度评价
console-part-lead = 主办
console-part-assisting = 协办
console-rating-open = 还没有评价
console-rating-promise = 第 { $promise } 项承诺办到之后
console-rating-assisting = 建议人对协办单位“{ $unit }”的部分不满意。再次答复前，请先请它重新提出意见；原因见“满意度评价”。
console-kin = 合并的建议
console-kin-main = 与主建议一并办理：
console-kin-merged = 有 { $count } 件建议并入了这一件。
console-followers = 合并后跟踪的建议
console-assisting = 协办单位
console-assisting-choose = 协办单位（可不选）
console-words-before = 原来的内容
console-fact-place = 该去：{ $place }
console-fact-into = 并入 { $number }
console-fact-upheld = { $upheld ->
    [yes] 异议成立。
   *[no] 异议不成立。
}
console-fact-changed = { $before } → { $after }
console-fact-files = 附件：新增 { $added } 个，去掉 { $removed } 个
console-fact-person = 更正了建议人的资料
console-fact-on = { $on ->
    [yes] 已标记
   *[no] 已取消
}
console-fact-assisting = 协办：{ $units }
console-fact-undone = 撤销了：{ $what }
console-fact-rating = 评价：{ $rating }（{ $unit }）
console-event-classified = 更正主题和议题
console-event-scoped = 更正范围
console-event-valued = “有价值”标记
console-event-keyed = “重点”标记
console-event-recommended = 推荐上报
console-event-instructed = 领导批示
console-event-assisting = 更改协办单位
console-event-opined = 协办意见
console-event-undone = 撤销

# 撤销
console-undo-lead = 最近一步是：{ $what }。半小时内、没有新的处理之前，可以撤销。
console-undo-do = 撤销

# 筛选队列
console-screening = 筛选队列
console-screening-place = 待筛选第 { $place } 件，共 { $waiting } 件
console-screening-skip = 先跳过
console-screening-alone = 单独打开
console-screening-last = 已办：{ $what }。
console-screening-empty = 没有等待筛选的建议。
console-glance = 概况
console-glance-length = { $count } 字
console-glance-files = { $count } 个附件
console-glance-close = { $count } 件内容相近的公开建议
console-glance-supporters = { $count } 人支持
console-glance-elsewhere = 读起来像投诉或其他诉求，可能该去别处提出。
console-keys = 快捷键
console-key-next = 跳到下一件
console-key-previous = 回到上一件
console-key-forward = 转到：转办
console-key-return = 转到：退回补正
console-key-divert = 转到：分流
console-key-merge = 转到：合并
console-key-ask = 转到：追问
console-key-undo = 转到：撤销
console-key-help = 显示本列表
console-keys-off = 在这个浏览器里停用快捷键
console-keys-close = 关闭
console-done-promised = 承诺事项已登记，会告诉建议人。
console-done-progressed = 承诺进展已登记，会告诉建议人。
console-done-awarded = 奖项已登记，会告诉建议人。
console-promises = 承诺事项和奖项
console-promise-due = { $day }前办到
console-promise-report = 登记进展
console-promise-state = 现在怎样
console-promise-new-day = 延期到哪天（只在延期时填）
console-promise-words = 说明（会让建议人看到）
console-promise-report-do = 登记进展并告知建议人
console-promise-make = 登记承诺事项
console-promise-text = 承诺办什么（会让建议人看到）
console-promise-day = 哪天前办到
console-promise-make-do = 登记承诺并告知建议人
console-award = 评奖
console-award-prize = 给哪个奖
console-award-do = 登记获奖并告知建议人
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
console-channel-proxy = 信息员代录
console-channel-elsewhere = 其他系统
console-reason-gone = 建议人已停用或屏蔽聊天
console-reason-no-chat = 没有聊天窗口：请用信件或电话告知
console-reason-told-elsewhere = 已由来源系统告知
console-reason-no-such-chat = 聊天平台已经找不到这个聊天窗口
console-reason-unsure = 聊天平台两次没有回音，可能已经送到
console-reason-given-up = 聊天平台或网络一再出错
console-reason-no-words = 系统没能写出这条通知
console-reason-refused = 聊天平台拒收这条通知
console-reason-next-no-chat = 告知以后，请在建议页面记下这次沟通。
console-reason-next-gone = 请用电话或信件告知。建议人回到聊天后，错过的通知会自动补发。
console-reason-next-no-such-chat = 请用电话或信件告知；这个聊天窗口以后也收不到了。
console-reason-next-unsure = 请先问建议人收到没有，再决定要不要再说一遍。
console-reason-next-given-up = 请用电话或信件告知，并请系统管理员查看聊天平台能否连通。
console-reason-next-no-words = 请用电话或信件告知，并把技术原因告诉系统管理员：程序需要修正。
console-reason-next-refused = 请用电话或信件告知，并把技术原因告诉系统管理员。
console-reason-next-unknown = 请用电话或信件告知。再次出现时，请告诉系统管理员。
console-letter-given-up = 试了很多次都没有成功
console-letter-unreadable = 聊天平台发来的内容读不出来
console-letter-token = 聊天平台不认我们机器人的令牌
console-letter-refused = 聊天平台拒收我们的回答
console-letter-storage = 没能存下来
console-letter-fault = 程序出错
console-letter-unknown = 没有记下原因
console-letter-next-given-up = 已请写信人发 /start 接着写。请把序号告诉系统管理员：聊天平台或数据库可能停了很久。
console-letter-next-unreadable = 里面可能没有谁写的话。请把序号和技术原因告诉系统管理员：聊天平台可能改了格式。
console-letter-next-token = 请马上告诉系统管理员：令牌改好以前，这个聊天里谁都收不到回答。
console-letter-next-refused = 写信人以前写的都保存着，但可能没有看到我们的回答。请把序号和技术原因告诉系统管理员。
console-letter-next-storage = 已请写信人发 /start 接着写。请马上告诉系统管理员查看数据库和磁盘，可能还影响别人。
console-letter-next-fault = 已请写信人发 /start 接着写，以前写的都保存着。请把序号和技术原因告诉系统管理员：程序需要修正。
console-letter-next-unknown = 请把序号告诉系统管理员，按时间查看日志。
console-reason-raw = 技术原因

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
console-extension-decision-reason = 为什么这样决定
console-extension-reason = 为什么要延期

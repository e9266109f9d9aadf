## 信息员、联系点、征集场次、打印件

officers-number = 信息员编号
officers-place = 信息员工作
officers = 信息员
officers-lead = 信息员和代理员由征集办或单位聘任，替不方便上网的人提建议。聘任后把邀请链接或二维码交给本人，本人接受后生效。
officers-ending-soon = { $count } 个聘任将在14天内到期，请决定是否延长。
officers-appoint = 聘任信息员
officers-appoint-do = 聘任并生成邀请
officers-name = 姓名
officers-name-hint = 只有征集办和所属单位看得到，加密保存。
officers-kind = 类别
officer-kind-information = 信息员
officer-kind-proxy = 代理员
officers-unit = 单位
officers-unit-choose = 请选择单位
officers-every-unit = 所有单位
officers-point = 联系点
officers-point-none = 无联系点
officers-district = 区县
officers-every-district = 所有区县
officers-district-hint = 不填则用联系点的区县。
officers-expertise = 熟悉的领域
officers-expertise-hint = 几个词，用逗号隔开，例如：农业，交通。定向征集时按它选人。
officers-until = 最后一天（可不填）
officers-until-hint = 这一天仍然有效；不填则一直有效，直到您结束聘任。
officers-no-end = 无期限
officers-filter = 按状态筛选
officers-show-in-office = 在任
officers-show-ending = 即将到期
officers-show-invited = 已邀请
officers-show-ended = 已结束
officers-column-name = 姓名
officers-column-kind = 类别
officers-column-unit = 单位
officers-column-point = 联系点
officers-column-district = 区县
officers-column-until = 有效期
officers-column-state = 状态
officers-empty = 这里还没有信息员。
officers-back = 返回信息员列表
officers-to-one = 返回这个聘任
officers-appointment = 聘任
officers-appointed = 聘任时间
officers-accepted = 接受时间
officers-ended = 结束时间
officers-invite = 重新邀请
officers-invite-lead = 生成新的邀请后，之前的链接和二维码立即失效。
officers-invite-do = 生成新邀请
officers-invite-until = 邀请有效期至
officers-invitation = 邀请
officers-invitation-lead = 请让本人用手机扫码，或把链接发给本人。只显示这一次，{ $days }天内有效，只能用一次。本页可以打印。
officers-invitation-symbol = 邀请二维码，内容与下面的链接相同
officers-change = 修改聘任
officers-change-lead = 可以延长期限、调到别的单位或联系点。单位、联系点、类别或期限变了，本人会收到通知。
officers-change-do = 保存
officers-end = 结束聘任
officers-end-lead = 立即结束，本人会收到通知，不能再替别人提建议。已提交的建议照常办理、照常计数。
officers-end-do = 结束聘任
officers-done-changed = 已保存。
officers-done-ended = 聘任已结束。

points = 联系点
points-lead = 联系点是设在社区、村、学校、单位等处收集建议的地方。每个联系点可以有自己的入口和海报。
points-add = 新设联系点
points-add-do = 新设
points-name = 名称
points-name-hint = 会印在海报上，例如“示例社区便民服务站”。
points-address = 地址
points-officers = 在任信息员
points-open = 使用中
points-closed = 已关闭
points-empty = 这里还没有联系点。
points-back = 返回联系点列表
points-about = 基本情况
points-ways-in = 入口和海报
points-came = 来访{ $people }人，提交建议{ $suggestions }件
points-no-way-in = 还没有入口。先为一个征集活动新建入口，就可以打印海报。
points-way-in-do = 新建入口
points-change = 修改联系点
points-close-lead = 关闭后不能再选它，已经张贴的海报仍能打开聊天，照常计数。以后可以重新启用。
points-close-do = 关闭联系点
points-reopen-lead = 重新启用后，聘任信息员时又可以选它。
points-reopen-do = 重新启用
points-done-added = 联系点已设立。
points-done-changed = 已保存。
points-done-closed = 联系点已关闭。
points-done-reopened = 联系点已重新启用。
points-done-way-in = 入口已建好，可以打印海报。

events = 征集场次
events-lead = 摆展、巡回接访、领导接访下访、进校园进企业等，在现场收集建议。信息员选定场次后，他录入的建议都计在这一场；扫海报来的也计入。
events-add = 新建场次
events-add-do = 新建
events-title = 名称
events-title-hint = 会印在海报上，例如“示例社区广场摆展”。
events-kind = 类别
event-kind-stall = 摆展
event-kind-round = 巡回接访
event-kind-leader-visit = 领导接访下访
event-kind-school = 进校园
event-kind-company = 进企业
event-kind-other = 其他
events-first = 第一天
events-last = 最后一天
events-last-hint = 只有一天可以不填。
events-when = 时间
events-days = { $first }至{ $last }
events-place = 地点
events-held-by = 主持
events-host = 主持（可不填）
events-host-hint = 会印在海报上，写单位或团队，不写私人姓名。
events-empty = 这里还没有场次。
events-entered = 信息员录入
events-sent = 扫码提交
events-total = 合计
events-back = 返回场次列表
events-about = 基本情况
events-over = 已结束
events-way-in = 这一场的入口
events-no-way-in = 这一场没有使用中的入口，所以没有海报。
events-collected = 收集到的建议
events-counts = 信息员录入{ $entered }件，扫码提交{ $sent }件，合计{ $total }件。
events-nothing = 您能看到的建议里，还没有这一场收集的。
events-change = 修改场次
events-end = 提前结束
events-end-lead = 结束后，信息员不能再选这一场。已收集的照常计数。
events-end-do = 结束这一场
events-done-added = 场次已建好，下面可以打印海报。
events-done-changed = 已保存。
events-done-ended = 场次已结束。
events-done-way-in = 入口已建好，可以打印海报。

posters = 海报
posters-one = { $paper }（{ $in_language }，PDF）
posters-pdf = { $paper } 海报（PDF）

slip-day = { $day }交来
slip-first = 开头：
slip-number = 建议编号
slip-code = 查询码（请保密）
slip-how = 怎样查办到哪一步
slip-scan = 用手机扫左边的码，再输入查询码。
slip-ask = 把编号和查询码告诉任何一位信息员，请他查了念给您听。
slip-way = { $channel }：{ $place }
slip-keep = 请收好这张条。查询码只告诉您请来查询的人。
slip-symbol = 二维码：打开聊天，查询{ $number }

## 拒绝

officer-name-missing = 请填写姓名。
officer-name-too-long = 姓名太长，最多{ $maximum }字。
officer-kind-missing = 请选择类别：信息员或代理员。
officer-unit-missing = 请选择一个您管理的、仍在使用的单位。
officer-point-missing = 没有这个联系点，或它已关闭。请另选一个。
officer-district-too-long = 区县太长，最多{ $maximum }字。
officer-expertise-too-long = 领域最多{ $most }个词，每个最多{ $maximum }字。请删短。
officer-until-wrong = 最后一天请填今天或以后的日期，最长五年；不填表示无期限。
officer-missing = 没有这个聘任，或它不属于您的单位。请从列表中打开。
officer-ended-already = 这个聘任已经结束，不能再改。需要时请重新聘任。
officer-accepted-already = 本人已经接受，不用再邀请。本人换了聊天账号的话，请结束这个聘任，再重新聘任。
officer-holds-another = 您已经有一个在任的聘任，一个人同时只能有一个。请联系聘任单位先结束原来的。
officer-invite-unknown = 这个邀请无效，可能已换成新的。请向聘任单位要新的链接。
officer-invite-ended = 这个聘任已经结束或到期，不能再接受。请联系聘任单位。
officer-invite-taken = 这个邀请已被别人接受，只能用一次。如果它本来是给您的，请立即告诉聘任单位。
officer-invite-expired = 这个邀请已过期。请向聘任单位要新的链接。
point-name-missing = 请填写联系点的名称。
point-too-long = 太长了：名称最多{ $name }字，区县最多{ $district }字，地址最多{ $address }字。请删短。
point-missing = 没有这个联系点，或它不属于您的单位。请从列表中打开。
occasion-title-missing = 请填写场次的名称。
occasion-kind-missing = 请选择场次的类别。
occasion-too-long = 太长了：名称最多{ $title }字，地点最多{ $place }字，主持最多{ $host }字。请删短。
occasion-days-turned = 最后一天不能早于第一天。请改正日期。
occasion-days-long = 一个场次最长一年。请改正日期，或分成几场。
occasion-missing = 没有这个场次，或它不属于您的单位。请从列表中打开。
occasion-not-today = 这一场今天不举行，或已经结束。请另选一场。
print-failed = 打印件没有做出来。请过一会儿再试一次。

## 账号记录

console-act-officer-appointed = 聘任信息员
console-act-officer-invited = 重新邀请信息员
console-act-officer-changed = 修改信息员的聘任
console-act-officer-ended = 结束信息员的聘任
console-act-point-added = 新设联系点
console-act-point-changed = 修改联系点
console-act-point-closed = 关闭联系点
console-act-point-reopened = 重新启用联系点
console-act-occasion-added = 新建征集场次
console-act-occasion-changed = 修改征集场次
console-act-occasion-ended = 结束征集场次

## 聊天

officer-button = 📇 信息员
officer-to-menu = 📇 返回信息员菜单
officer-invited =
    📇 <b>聘任邀请</b>
    <b>{ $unit }</b>聘请您担任<b>{ $kind }</b>。{ $has_point ->
        [yes] {"\u000A"}联系点：{ $point }
       *[no] {""}
    }{ $has_until ->
        [yes] {"\u000A"}有效期至：{ $until }（含当日）
       *[no] {"\u000A"}没有期限。
    }

    接受后，您可以替不方便上网的人提建议。您录入的每一件都记在您的名下。
    这个邀请是给您的吗？
officer-invited-accept = ✅ 是我，接受
officer-invited-not_me = ❌ 不是我
officer-invited-words = 请点按钮：是您本人就点“是我，接受”，不是就点“不是我”。
officer-accepted = ✅ 您已接受聘任。以后发送 /officer 就能打开这个菜单。
officer-accepted-before = 您已经接受过这个邀请。
officer-not-me = 好的，什么都没有改变。请把链接还给给您的人，让本人打开。
officer-menu =
    📇 <b>{ $kind }</b>
    单位：{ $unit }{ $has_point ->
        [yes] {"\u000A"}联系点：{ $point }
       *[no] {""}
    }{ $has_until ->
        [yes] {"\u000A"}有效期至：{ $until }（含当日）
       *[no] {""}
    }{ $has_lines ->
        [yes] {"\u000A\u000A"}{ $lines }
       *[no] {""}
    }
officer-menu-event = 现在的场次：{ $title }
officer-menu-behalf = ✍️ 代录建议
officer-menu-entries = 📋 我代录的
officer-menu-visits = 🔔 要告知的
officer-menu-calls = 📣 征集任务
officer-menu-quota = 📊 任务进度
officer-menu-paper = 📄 纸质来信
officer-menu-offline = 📴 没有信号时用
officer-menu-form = 💬 一条消息录入
officer-menu-sheet = 📑 用表格录入
officer-menu-unfinished_line = ✍️ 有 { $count } 条代录没录完，点“代录建议”接着录。
officer-menu-visits_line = 🔔 有 { $count } 件要当面告知{ $late ->
        [0] {""}
       *[other] ，其中 { $late } 件已过期
    }。
officer-menu-calls_line = 📣 有 { $count } 项征集任务{ $unread ->
        [0] {""}
       *[other] ，{ $unread } 项还没看
    }。
officer-menu-occasions = 📍 选择今天的场次
officer-menu-lookup = 🔎 替人查询
officer-menu-words = 刚才的话没有保存。请点下面的按钮。
officer-occasions =
    📍 <b>今天的场次</b>
    { $any ->
        [yes] 您在哪一场收集建议？选定后，您录入的都计在这一场，直到您换一场或它结束。
       *[no] 今天没有登记的场次。需要时请征集办在后台新建。
    }{ $chosen ->
        [yes] {"\u000A"}现在：{ $title }
       *[no] {""}
    }
officer-occasions-none = 不在任何场次
officer-collecting = 📍 从现在起，您录入的建议计在“{ $title }”。
officer-collecting-nowhere = 从现在起，您录入的建议不计在任何场次。
officer-lookup =
    🔎 <b>替人查询</b>
    请输入条子上的编号和查询码，例如：CQ2024-000012 ABCD2345
    查到的情况可以念给对方听。您不会因此收到这件建议的通知。
officer-found =
    <b>{ $number }</b>

    { $told }{ $has_due ->
        [yes] {"\u000A"}最迟{ $due }答复。
       *[no] {""}
    }
officer-found-again = 请再输入一次编号和查询码。
officer-found-another = 🔎 查另一件
officer-told-registered = 建议收到了。征集办正在看，该交给哪个单位。
officer-told-forwarded = 建议已交给{ $unit }。等他们开始办。
officer-told-signed = { $unit }正在办。
officer-told-replied = 已经答复了。
officer-told-reply = 结果是：{ $outcome }。{ $text }
officer-told-returned = 建议要改一改。信息员会来告诉您改哪里。
officer-told-diverted = 这件事不归建议来办。征集办说了该去哪里办，信息员会告诉您。
officer-told-merged = 有人提了同样的建议，两件一起办。
officer-told-withdrawn = 这件建议已经收回了，不再办。
officer-told-closed = 办完了。
officer-slip = 🖨 打印条
officer-slip-file = 查询条-{ $number }
officer-slip-sent = 🖨 { $number } 的打印条在上面：一张图片，一份可打印的PDF。
help-officer-invited = 这是一个聘任邀请：是您本人就接受，不是就点“不是我”。
help-officer-menu = 👉 现在：面对面一位一位地录，点“代录建议”；一次录很多条，用一条消息、表格或没有信号时用的页面；上面写着还有什么等着您。
help-officer-occasions = 选择您今天在哪一场收集建议；不在场次上就点“不在任何场次”。
help-officer-lookup = 输入别人条子上的编号和查询码，就能看到办到哪一步。
help-officer-found = 把上面的话念给对方听；也可以再打印一张条。

## 推送

officer-changed = 📇 您的聘任有变动。单位：{ $unit }{ $has_point ->
        [yes] ；联系点：{ $point }
       *[no] {""}
    }{ $has_until ->
        [yes] ；有效期至{ $until }（含当日）
       *[no] ；没有期限
    }。
officer-ended = 📇 您在{ $unit }的聘任已结束，不能再替别人提建议。谢谢您的工作。有疑问请联系该单位。
officer-ending = 📇 您在{ $unit }的聘任还有{ $days }天到期，最后一天是{ $until }。想继续的话，请联系该单位延长。
officer-ending-office = 📇 { $unit }有一个信息员的聘任（第{ $officer }号）还有{ $days }天到期，最后一天是{ $until }。请在后台“信息员”中延长，或让它到期结束。

## 命令行

cli-officer-invited = 已聘任，编号 { $id }。邀请链接只显示这一次，{ $days }天内有效：
cli-officer-ended = 聘任 { $id } 已结束。
cli-officer-none = 还没有信息员。

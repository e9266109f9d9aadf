# 信息员代录、退回补正和上门告知。
behalf-for-whom = 👤 <b>{ $named ->
        [yes] 代{ $name }录入
       *[no] 代录
    } · 第{ $place }位</b>
behalf-no-contact = 没有电话
behalf-consent =
    <b>第 { $place } 步，共 { $places } 步：本人同意</b>
    请把下面的话念给本人听：

    { $wording }

    本人同意，就点同意的方式；不同意，什么也不会记下来。
behalf-consent-spoken = 🗣 当面口头同意
behalf-consent-paper = 📝 书面签字（拍照）
behalf-consent-refuse = 🚫 本人不同意
behalf-consent-how = 👇 请点本人同意的方式：当面口头同意，或把签字的同意书拍照发来。
behalf-consent-send_paper = 📷 请把签了字的同意书拍照，直接发到这里。照片只给办理人员看。
behalf-consent-refused = 好的，不会收集他（她）的个人信息，也就不能代录。请换一位，或发 /behalf 返回；这条可以放弃。
behalf-consent-not_kept = 🚫 本人不同意，什么都没有记下。可以接着录下一位。
behalf-consent-kept = 📎 已存为书面同意书。
behalf-consent-theirs = 这条是代别人提的，要由本人同意。请回到“本人同意”这一步，点同意的方式。
behalf-contact =
    <b>第 { $place } 步，共 { $places } 步：联系方式</b>
    请发本人的电话{ $kinds ->
        [phone] {""}
       *[other] 或电子邮箱
    }。和家人合用一个号码也可以。没有电话就点“没有电话”，有消息由您当面告知。{ $has_contact ->
        [yes] {"\u000A"}现在是：<b>{ $contact }</b>
       *[no] {""}
    }
behalf-contact-none = 📵 没有电话
behalf-optional-contact = 联系方式可以不填：没有电话的，由信息员当面告知。
behalf-start =
    👥 <b>代录</b>（{ $unit }）
    { $open ->
        [yes] 请点要代录的征集活动，一位一位来。
       *[no] 现在没有开放的征集活动，不能代录新的。
    }{ $any ->
        [yes] {"\u000A"}没录完的有 { $count } 条，点一条接着录。
       *[no] {""}
    }{ $visits ->
        [yes] {"\u000A"}🔔 有要当面告知的事，请点“要告知的”。
       *[no] {""}
    }{ $doubted ->
        [yes] {"\u000A"}❓ 要放弃“{ $whose }”吗？已说的都会去掉。
       *[no] {""}
    }
behalf-start-begin = ✍️ 代录：{ $campaign }
behalf-start-go_on = ▶️ 接着录：{ $beginning }
behalf-start-throw_away = 🗑 放弃最上面那条没录完的
behalf-start-sure = 🗑 确定放弃
behalf-start-keep = ↩️ 不放弃
behalf-start-entries = 📋 我代录的
behalf-start-visits = 🔔 要告知的
behalf-discarded = 🗑 已放弃那条没录完的代录。
behalf-erased = 🗑 您正在录入的那一条已按本人的要求删除，刚才这一下没有算到别人头上。
behalf-begin-first = 👆 刚才那句没有记下来：还不知道是代谁提的。请先点“代录”或“接着录”。
behalf-sent =
    ✅ <b>已录入</b>

    编号
    <b><code>{ $number }</code></b>

    查询码
    <b><code>{ $code }</code></b>

    请念给本人听，最好抄在纸上交给他（她）。凭这两样，谁帮他（她）都能查到进展。
behalf-sent-slip = 🖨 打印条
behalf-sent-next = 👤 下一位（同主题）
behalf-sent-same = ➕ 同一位，再提一条
behalf-sent-finish = ✅ 今天先到这里
behalf-sent-words = 👆 刚才那句没有记下来：这条已经录好了。请点“下一位”或“同一位，再提一条”。
behalf-entries =
    📋 <b>我代录的</b>{ $several ->
        [yes] （第 { $page } 页，共 { $pages } 页）
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] 点编号查看。您自己的建议在 /mine。
       *[no] 还没有代录过。发 /behalf 开始。
    }
behalf-row = { $number } · { $name } · { $state }{ $waits ->
        [yes] {"\u000A"}🔔 { $what }，{ $due }前
       *[no] {""}
    }
    { $text }
behalf-entries-words = 👇 刚才那句没有记下来。请点编号或按钮；要代录新的，发 /behalf。
behalf-to-entries = 📋 回到我代录的
visits-overview =
    🔔 <b>要当面告知的</b>{ $several ->
        [yes] （第 { $page } 页，共 { $pages } 页）
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] 先到期的在前。点编号看要说什么。
       *[no] 现在没有要告知的。
    }{ $slips ->
        [yes] {"\u000A"}↩️ 的是今天记为搬走或不愿意听的；记错了，点开可以撤销。
       *[no] {""}
    }
visits-row = { $late ->
        [yes] ⚠️
       *[no] •
    } { $number } · { $what } · { $due }前{ $late ->
        [yes] （已过 { $days } 天）
       *[no] {""}
    }
visits-ended = ↩️ { $known } · { $state }
visits-words = 👇 刚才那句没有记下来。请先点一个编号。
visits-one =
    🔔 <b>{ $number }</b> · { $what }{ $known ->
        [yes] {"\u000A"}告知：<b>{ $name }</b>
       *[no] {""}
    }{ $reachable ->
        [yes] {" "}（{ $contact }）
       *[no] {""}
    }
    { $late ->
        [yes] ⚠️ 应在 { $due }前告知，已经过了。
       *[no] 请在 { $due }前告知。
    }{ $tried ->
        [yes] {"\u000A"}现在：{ $state }
       *[no] {""}
    }

    <b>请这样说：</b>
    { $words }{ $several ->
        [yes] {"\u000A\u000A"}（第 { $page } 页，共 { $pages } 页）
       *[no] {""}
    }

    { $words_are ->
        [answer] 问到回答以后，直接发来就行：会交给办理单位。
        [doubt] ❓ 确认{ $on }已当面告诉<b>{ $whom }</b>？记下就算送达，不能撤销。
        [note] 直接发文字就记为备注。
       *[outcome] 说过以后点结果。直接发文字就记为备注。
    }
visits-day =
    🗓 <b>{ $number }</b>{ $doubted ->
        [yes] {"\u000A"}❓ 确认{ $on }已当面告诉<b>{ $whom }</b>？记下就算送达，不能撤销。{"\u000A"}日期不对，就再发一次。
       *[no] ：哪一天告知的？{"\u000A"}请发日期，例如 8-3 或 2024-08-03。
    }
visits-answer =
    💬 <b>{ $number }</b>
    { $words }

    请把本人的回答写在一条消息里。发出后就交给办理单位，注明由信息员当面记录。
visits-reason =
    📝 <b>{ $number }</b>
    请写下本人说的不满意的原因，用他（她）自己的话，一条消息。
visit-what-suggestion-asked = 办理单位有问题要问
visit-what-question-reminded = 办理单位的问题还没有回答
visit-what-suggestion-replied = 有答复要告知
visit-what-suggestion-reply-corrected = 答复更正了，要告知
visit-what-suggestion-returned = 退回补正
visit-what-suggestion-diverted = 要告知该到哪里反映
visit-what-suggestion-undone = 之前的处理撤销了，要告知
visit-outcome-told = 已当面告知
visit-outcome-answered = 已当面问到回答
visit-outcome-not-met = 上次没有见到人
visit-outcome-moved-away = 已搬走
visit-outcome-refused = 本人不愿意听
visit-outcome-corrected = 已改好重新提交
visit-outcome-overtaken = 不用再告知
visit-say-question = 办理您建议的单位想问您一件事：{ $question }
visit-say-reply = 您提的建议有答复了。{ $unit }的意见是：{ $outcome }。{"\u000A"}{ $text }{ $explained ->
        [yes] {"\u000A"}理由是：{ $reason }
       *[no] {""}
    }
visit-say-returned = 您提的建议要改一改再提交。原因是：{ $remark }
visit-say-diverted = 您说的这件事不属于建议，请到“{ $place }”反映。{ $advice }{"\u000A"}{ $remark }
visit-say-undone = 上次跟您说的处理已经撤销，您的建议照旧办理。
visit-open = 📖 打开
visit-today = ✅ 今天告知了
visit-yesterday = ✅ 昨天告知了
visit-day = 🗓 其他日子告知的
visit-answer = 💬 记下本人的回答
visit-not_met = 🚪 没有见到人，再去
visit-moved = 🧳 已搬走
visit-refused = 🙅 本人不愿意听
visit-whom = 本人
visit-sure = ✅ 对，已当面告知
visit-keep = ⬅️ 没有，返回
visit-undo = ↩️ 记错了，撤销
visit-rate-later = ⭐ 记下本人的评价
visit-rate = ⭐ 本人说：{ $rating } { $part }
visit-to-list = 🔔 回到要告知的
visit-back = ⬅️ 返回
visit-recorded = ✅ 已记录。
visit-reopened = ↩️ 已撤销，这件事照旧要告知，日期和去过的次数都不变。
visit-again = 🚪 已记录没有见到人，日期往后推了。
visit-noted = 📝 已记为备注。
visit-rated = ⭐ 已记下本人的评价，注明是当面说的。
visit-answered = ✅ 本人的回答已交给办理单位。
visit-nothing-recorded = 没有记录。
visit-missing = 没有找到这件要告知的事。请发 /visits 看现在的。
visit-answer-wanted = 这是一个问题：请把本人的回答直接发来，或点“没有见到人”“已搬走”“本人不愿意听”。
visit-over = 这件事已经告知或不用再告知，请刷新页面查看。
visit-officer-missing = 请选择同一单位或下级单位在聘的信息员。
visit-day-unclear = 没有看懂日期。请发月和日，例如 8-3，或 2024-08-03。
visit-day-not-then = 告知的日期不能晚于今天，也不能早于收到这件事的那天。请再发一次。
visit-undo-late = 只有今天记的“已搬走”“本人不愿意听”可以撤销。还有要更正的，请直接发一句话作备注，征集办看得到。
visit-undo-needless = 这件事已经有了新的进展，不用再告知，所以没有撤销。请发 /visits 看现在要告知的。
visit-rate-first-tell = 要先当面告知答复，才能记下本人的评价。
entry-given = 📋 征集办把一条没录完的代录交给您接着办。请点下面的按钮，在“接着录”里打开。
entry-open = 📋 打开代录
visit-made = 🔔 <b>{ $number }</b>：{ $what }。本人没有聊天窗口，请在 { $due }前当面告知。
visit-due = ⏰ <b>{ $number }</b>：{ $what }，应在 { $due }前当面告知，还没有记录结果。
help-behalf-start = 👉 现在：点“代录”开始新的一位，或接着录没录完的。
help-behalf-sent = 👉 现在：念编号和查询码；再点“下一位”或“同一位”。
help-behalf-entries = 👉 现在：点编号看代录的建议办到哪一步。
help-behalf-one = 👉 现在：看这条的进展；能做的事都在按钮上。
help-visits-overview = 👉 现在：点编号看要告知什么。
help-visits-one = 👉 现在：照着念，再点结果；直接发文字就是备注。
help-visits-day = 👉 现在：发告知的日期，例如 8-3。
help-visits-answer = 👉 现在：把本人的回答写在一条消息里发来。
help-visits-reason = 👉 现在：写下本人不满意的原因，一条消息。
mydata-column-corrects = 补正的是哪一份
mydata-column-agreement = 书面同意书
console-show-by-officers = 信息员代录
console-agreement = 本人签字的同意书
console-officer = 信息员{ $name }（{ $unit }）
console-entered-by = 录入人
console-entered-form = 同意方式
console-entered-spoken = 当面口头同意
console-entered-paper = 书面签字
console-fact-officer = 由信息员{ $name }（{ $unit }）当面记录
console-reason-told-in-person = 信息员已当面告知
console-visits = 当面告知
console-visits-lead = 没有聊天窗口的建议人，由信息员当面告知。过期的在最前。信息员离任的，请改派给本单位或下级单位的其他信息员。
console-visits-none = 没有等待告知的。
console-visits-late = 已过期
console-visits-left = 信息员已离任
console-visits-tries = 去过 { $tries } 次没有见到
console-visits-give = 改派给
console-visits-give-do = 改派
console-visits-nobody = 本单位和下级单位没有其他在聘的信息员。
console-visits-done = 已改派，新的信息员会收到通知。
console-visits-drafts = 离任信息员没录完的代录
console-visits-drafts-lead = 交给其他信息员后，由他（她）接着录；内容这里不显示。
console-visits-draft = 草稿 { $id }
console-visits-ratings = 当面说的评价
console-visits-ratings-lead = 信息员当面记下的评价与本人在聊天里作的分开统计。
console-visits-in-person = 当面
console-visits-in-chat = 聊天
console-visits-rating = 评价
console-column-what = 要告知的
console-column-officer = 信息员
console-forget = 按本人意愿删除个人信息
console-forget-lead = 只用于信息员代录的建议：本人没有聊天窗口，来到办公室或由信息员带话要求删除时，请本人出示打印条上的查询码。办完的立即删除；还在办理的，办完后自动删除。
console-forget-code = 查询码
console-forget-do = 删除个人信息
console-forget-done = 已删除。删除凭证 { $certificate }，{ $day }。请把凭证编号告诉本人。
forget-in-own-chat = 建议 { $number } 的建议人有自己的聊天窗口，请本人在那里发 /settings 要求删除。
console-act-visit-given = 把当面告知交给另一位信息员
console-act-entry-given = 把没录完的代录交给另一位信息员

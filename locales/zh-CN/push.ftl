# 推送：只说编号和状态，不含个人信息。
push-repeat = （重发：如果您已经收到过这条消息，请忽略。）
suggestion-registered =
    ✅ 您的建议已登记。
    编号：<b>{ $number }</b>
    我们会转给承办单位办理，每一步进展都会在这里告诉您。
suggestion-forwarded =
    📨 { $role ->
        [supporter] 您支持的建议
        [merged] 您的建议并入的建议
       *[author] 您的建议
    } <b>{ $number }</b> 已转给 <b>{ $unit }</b> 办理。
    答复期限：<b>{ $due }</b>（含当日）。
suggestion-replied =
    💬 <b>{ $unit }</b> 答复了{ $role ->
        [supporter] 您支持的建议
        [merged] 您的建议并入的建议
       *[author] 您的建议
    } <b>{ $number }</b>。
    办理结果：<b>{ $outcome }</b>

    { $text }{ $explained ->
        [yes] {"\u000A\u000A"}理由：{ $reason }
       *[no] {""}
    }{ $rating ->
        [yes] {"\u000A\u000A"}您对这次办理满意吗？请点下面的按钮。
       *[no] {""}
    }
push-several = 📬 有 { $count } 条新进展：
push-missed = 👋 之前的消息没能送到您这里，现在补上：
push-answer = ✍️ 回答
push-whose-author = 您的建议
push-whose-supporter = 您支持的建议
push-whose-elsewhere = 您在另一个聊天里提的建议
push-whose-merged = 您的建议并入的建议
suggestion-returned =
    ↩️ 您的建议 <b>{ $number }</b> 已退回，请补正。
    原因和补正的办法请看“我的建议”：/mine
suggestion-diverted =
    ↪️ { $whose } <b>{ $number }</b> 不属于征集范围，应当走：<b>{ $place }</b>。
    { $advice }
    原因请看“我的建议”：/mine 。不同意的，建议人可以在那里提出一次异议。
suggestion-merged =
    🔗 { $whose } <b>{ $number }</b> 与另一条内容相同，已并入 <b>{ $into }</b>。
    以后 { $into } 的进展也会在这里告诉您。不同意的，建议人可以在“我的建议”里提出一次异议：/mine
suggestion-objection-decided =
    ⚖️ 您对 <b>{ $number }</b> 的异议已有结果：{ $upheld ->
        [yes] <b>成立</b>，这条建议重新筛选。
       *[no] <b>不成立</b>，原来的决定不变。
    }
    理由请看“我的建议”：/mine
suggestion-signed =
    🖊 { $whose } <b>{ $number }</b> 已由 <b>{ $unit }</b> 签收办理。
    答复期限：<b>{ $due }</b>（含当日）。
suggestion-sent-back =
    🔄 { $whose } <b>{ $number }</b> 不归原来的单位办，征集办会重新转办。
    这一步不用您做什么。
suggestion-asked =
    ❓ 办理您的建议 <b>{ $number }</b> 的单位有一个问题要问您。
    请点下面的“回答”，可以写文字、发照片或文件。{ $paused ->
        [yes] 等您回答的时间不算在办理期限里。
       *[no] {""}
    }
question-reminded =
    ⏰ 提醒：您的建议 <b>{ $number }</b> 还有一个问题等您回答。
    请点下面的“回答”。只提醒这一次。{ $paused ->
        [yes] 等您回答的时间不算在办理期限里。
       *[no] {""}
    }
suggestion-date-moved =
    📅 { $whose } <b>{ $number }</b> 的答复期限改为 <b>{ $due }</b>（含当日）。
    原因请看“我的建议”：/mine
suggestion-reopened =
    🔁 { $whose } <b>{ $number }</b> 因评价不满意，由 <b>{ $unit }</b> 重新办理一次。
    新的答复期限：<b>{ $due }</b>（含当日）。
rating-reminded =
    ⏰ 提醒：您的建议 <b>{ $number }</b> 已经答复，您满意吗？
    请点下面的按钮评价。只提醒这一次。
suggestion-closed = 🏁 { $whose } <b>{ $number }</b> 已办结。
suggestion-published =
    🌐 您的建议 <b>{ $number }</b> 已公开。
    大家能看到编号、内容和办理结果，看不到您是谁。

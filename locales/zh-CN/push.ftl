# 推送：只说编号和状态，不含个人信息。
push-repeat = （重发：如果您已经收到过这条消息，请忽略。）
suggestion-registered =
    ✅ 您的建议已登记。
    编号：<b>{ $number }</b>
    我们会转给承办单位办理，每一步进展都会在这里告诉您。
suggestion-forwarded =
    📨 { $role ->
        [supporter] 您支持的建议
       *[author] 您的建议
    } <b>{ $number }</b> 已转给 <b>{ $unit }</b> 办理。
    答复期限：<b>{ $due }</b>（含当日）。
suggestion-replied =
    💬 <b>{ $unit }</b> 答复了{ $role ->
        [supporter] 您支持的建议
       *[author] 您的建议
    } <b>{ $number }</b>。
    办理结果：<b>{ $outcome }</b>

    { $text }{ $explained ->
        [yes] {"\u000A\u000A"}理由：{ $reason }
       *[no] {""}
    }

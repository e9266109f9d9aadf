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

    { $told ->
        [yes] { $text }
        [withheld] 答复里有建议人的个人信息，只给建议人本人看。
       *[no] 答复里有个人信息，这里不显示。全文请看“我的建议”：/mine
    }{ $explained ->
        [yes] {"\u000A\u000A"}理由：{ $reason }
       *[no] {""}
    }{ $attached ->
        [yes] {"\u000A\u000A"}📎 还有 { $files } 个附件，请到“我的建议”里取：/mine
       *[no] {""}
    }{ $rating ->
        [yes] {"\u000A\u000A"}您对这次办理满意吗？请点下面的按钮。
       *[no] {""}
    }
suggestion-reply-corrected =
    💬 <b>{ $unit }</b> 更正了答复：{ $role ->
        [supporter] 您支持的建议
        [merged] 您的建议并入的建议
       *[author] 您的建议
    } <b>{ $number }</b>。
    以这次为准。办理结果：<b>{ $outcome }</b>

    { $told ->
        [yes] { $text }
        [withheld] 答复里有建议人的个人信息，只给建议人本人看。
       *[no] 答复里有个人信息，这里不显示。全文请看“我的建议”：/mine
    }{ $explained ->
        [yes] {"\u000A\u000A"}理由：{ $reason }
       *[no] {""}
    }{ $attached ->
        [yes] {"\u000A\u000A"}📎 还有 { $files } 个附件，请到“我的建议”里取：/mine
       *[no] {""}
    }{ $rating ->
        [yes] {"\u000A\u000A"}这次您满意吗？请点下面的按钮评价。
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
    🔁 { $whose } <b>{ $number }</b> 因{ $has_assisting ->
        [yes] 对协办单位 <b>{ $assisting }</b> 的部分{" "}
       *[no] {""}
    }评价不满意，由 <b>{ $unit }</b> 重新办理一次。
    新的答复期限：<b>{ $due }</b>（含当日）。
rating-reminded =
    ⏰ 提醒：您的建议 <b>{ $number }</b> { $promise ->
        [yes] 的承诺事项已经办到
       *[no] 已经答复
    }，您满意吗？
    请点下面的按钮评价。只提醒这一次。
suggestion-closed = 🏁 { $whose } <b>{ $number }</b> 已办结。
suggestion-undone =
    🙏 关于 <b>{ $number }</b> 的上一条消息请不用理会。{ $undone ->
        [returned] 刚才误退回了，您不用修改。
        [diverted] 刚才误分流了，它仍在这里办理。
       *[merged] 刚才误合并了，它恢复单独办理。
    }
    { $whose } <b>{ $number }</b> 照旧筛选，您不用做什么。
push-rated-unit = { $unit }：
suggestion-published =
    🌐 您的建议 <b>{ $number }</b> 已公开。
    大家能看到编号、内容和办理结果，看不到您是谁。
suggestion-promised =
    🤝 { $whose } <b>{ $number }</b> 有了承诺事项，{ $due }前办到。
    承诺了什么请看“我的建议”：/mine
suggestion-progressed =
    🚧 { $whose } <b>{ $number }</b> 的承诺事项有了进展：<b>{ $state }</b>，期限 { $due }。
    详情请看“我的建议”：/mine{ $rating ->
        [yes] {"\u000A"}对办理的结果您满意吗？请点下面的按钮评价。
       *[no] {""}
    }
suggestion-awarded = 🏆 恭喜！您的建议 <b>{ $number }</b> 获得<b>{ $prize }</b>。征集办会另行联系您领奖。
promise-under-way = 正在办理
promise-late = 延期办理
promise-kept = 已经办到
promise-dropped = 无法办到

# 工作人员在聊天里收到的提醒
push-desk = 📂 打开
staff-forwarded =
    🔔 <b>{ $number }</b> 转给您的单位办理。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-sent-back =
    🔔 <b>{ $number }</b> 单位退回，等待重新转办。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-answered =
    🔔 <b>{ $number }</b> 建议人回答了问题。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-supplemented =
    🔔 <b>{ $number }</b> 建议人作了补充。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-objected =
    🔔 <b>{ $number }</b> 建议人提出了异议。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-dissatisfied =
    🔔 <b>{ $number }</b> 建议人对答复不满意。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-dissatisfied-assisting =
    🔔 <b>{ $number }</b> 建议人对协办单位“<b>{ $unit }</b>”的部分不满意。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-reply-to-approve =
    🔔 <b>{ $number }</b> 有一份答复等您审核。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-reply-to-check =
    🔔 <b>{ $number }</b> 有一份答复等征集办审核。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-reply-given-back =
    🔔 <b>{ $number }</b> 您的答复被退回修改。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-extension-asked =
    🔔 <b>{ $number }</b> 单位申请延期，等待决定。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-extension-approved =
    🔔 <b>{ $number }</b> 延期申请已同意。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-extension-refused =
    🔔 <b>{ $number }</b> 延期申请未同意。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-mentioned =
    🔔 <b>{ $number }</b> 同事在备注里提到了您。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-due-soon =
    🔔 <b>{ $number }</b> 快到期了。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-due-today =
    🔔 <b>{ $number }</b> 今天到期。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }
staff-overdue =
    🔔 <b>{ $number }</b> 已经超期。{ $has_due ->
        [yes] {"\u000A"}答复期限：{ $due }
       *[no] {""}
    }

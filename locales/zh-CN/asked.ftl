# 办理单位的问题和满意度评价。
asked-answer =
    ❓ <b>关于 { $number } 的问题</b>{ $by_unit ->
        [yes] （{ $unit } 问）
       *[no] {""}
    }

    { $question }
    { $begun ->
        [yes] {"\u000A"}您已经回答：{"\u000A"}{ $said }{"\u000A"}📎 文件 { $files } 个{"\u000A"}还可以接着写或发文件；写完请点“答完了”，或发“完成”。
       *[no] {"\u000A"}请直接写回答，可以分几条写，也可以发照片或文件。这里写的不会进草稿。
    }{ $paused ->
        [yes] {"\u000A"}⏸ 等您回答的时间不算在办理期限里。
       *[no] {""}
    }{ $more ->
        [no] {""}
       *[yes] {"\u000A"}另外还有 { $others } 个问题等您回答，各在各的消息里。
    }
asked-answer-done = ✅ 答完了
asked-answer-later = ⏸ 以后再答
asked-kept = 📝 已记下。
asked-file-kept = 📎 已收到《{ $name }》。
asked-over = 那个问题已经答完，刚才这条没有收进去。想再补充，请到“我的建议”：/mine
asked-sent = ✅ 关于 { $number } 的回答已交给办理单位。
asked-sent-moved = ✅ 关于 { $number } 的回答已交给办理单位。等您回答的 { $days } 天不算在期限里，答复期限改为 { $due }（含当日）。
asked-late = ✅ 关于 { $number } 的回答已记录。这件建议已经答复，单位仍会看到您的回答。
asked-next = 👇 还有 { $count } 个问题，下面是其中一个。
asked-left = ⏸ 已写的回答都留着。要接着答，请点那条消息里的“回答”。
rate-reason =
    📝 您对 <b>{ $number }</b> 的评价：<b>{ $rating }</b>

    请写下原因，这样单位才知道怎样改进。{ $again ->
        [yes] {"\u000A"}写好后，这条建议会由单位重新办理一次。
       *[no] {""}
    }
rate-reason-later = ⬅️ 先不评
rate-words-only = 🙏 请用文字写下原因。
rate-over = 这个评价已经结束，刚才这条没有收进去。
rate-left = 没有评价。想评价时，请点那条消息里的按钮。
rate-thanks-reopened = 🙏 已记下您对 { $number } 的评价：{ $rating }。单位会重新办理一次，新的答复期限：{ $due }（含当日）。
rate-thanks-closed = 🙏 谢谢！已记下您对 { $number } 的评价：{ $rating }。这条建议已办结。
rate-thanks-noted = 🙏 谢谢！已记下您对 { $number } 的评价：{ $rating }。

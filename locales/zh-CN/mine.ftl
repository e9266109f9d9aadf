# “我的建议”：列表、经过、补充、撤回、异议、补正、凭编号和查询码查询。
mine-button = 📋 我的建议
mine-overview =
    📋 <b>我的建议</b>{ $several ->
        [yes] （第 { $page } 页，共 { $pages } 页）
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] 点编号，看办到哪一步了。
       *[no] 您还没有提交过建议。
    }
mine-own = 【我提交的】
mine-followed = 【我支持或关注的】
mine-row = { $number } · { $state }{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }
    { $text }
mine-overview-lookup = 🔎 凭编号和查询码查询
mine-next = ➡️ 下一页
mine-before = ⬅️ 前一页
mine-overview-words = 👇 刚才那句没有记下来：这里是“我的建议”。想补充已提交的建议，请先点它的编号，再点“补充”；正在写的建议没有变，点“上一步”或发 /start 接着写。
mine-one-words = 👇 刚才那句没有记下来。想补充这条建议，请先点“补充”；正在写的建议没有变，发 /start 接着写。
mine-state-registered = 已登记
mine-state-returned = 退回补正，{ $own ->
        [yes] 等您修改
       *[no] 等待修改
    }
mine-state-diverted = 已分流到别处
mine-state-merged = 已合并办理
mine-state-forwarded = 办理中
mine-state-signed = 办理中，单位已签收
mine-state-replied = 已答复
mine-state-closed = 已办结
mine-state-withdrawn = 已撤回
mine-time-left = 还剩 { $days } 天
mine-time-today = 今天到期
mine-time-over = 已超期 { $days } 天
mine-time-paused = { $own ->
        [yes] 等您回答
       *[no] 等建议人回答
    }，期限暂停计算
mine-one =
    📄 <b>{ $number }</b>
    “{ $text }”
    <b>{ $state }</b>{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }

    { $story }{ $several ->
        [yes] {"\u000A\u000A"}（第 { $page } 页，共 { $pages } 页）
       *[no] {""}
    }
mine-story-why = 【期限】
mine-story = 【办理经过】
mine-one-supplement = ➕ 补充
mine-one-correct = ✏️ 修改后重新提交
mine-one-object = ✋ 提出异议
mine-one-withdraw = 🗑 撤回
mine-to-overview = 📋 回到列表
mine-to-one = ⬅️ 回到这条建议
mine-who-author = 您
mine-who-other = 建议人
mine-event-registered = ✅ 已登记。{ $entered ->
        [yes] 由信息员代为录入。
       *[no] {""}
    }
mine-event-returned = ↩️ 征集办请{ $who }修改后重新提交。{ $has_words ->
        [yes] {"\u000A"}原因：{ $words }
       *[no] {""}
    }
mine-event-corrected = ✏️ { $entered ->
        [yes] 信息员代{ $who }修改后重新提交了。
       *[no] { $who }修改后重新提交了。
    }
mine-event-diverted = ➡️ 这件事不属于建议，应走“{ $place }”渠道。{ $advice }{ $has_words ->
        [yes] {"\u000A"}原因：{ $words }
       *[no] {""}
    }
mine-event-merged = 🔗 与相近的建议 { $into } 合并办理。
mine-event-objected = ✋ { $who }提出了异议。{ $has_words ->
        [yes] {"\u000A"}“{ $words }”
       *[no] {""}
    }
mine-event-objection-decided = { $upheld ->
        [yes] ⚖️ 征集办同意异议，重新办理这条建议。
       *[no] ⚖️ 征集办没有采纳异议，维持原来的决定。
    }{ $has_words ->
        [yes] {"\u000A"}说明：{ $words }
       *[no] {""}
    }
mine-event-forwarded = 📨 转给 { $unit } 办理，{ $due }前答复（含当日）。{ $has_assisting ->
        [yes] {"\u000A"}{ $unit } 主办并答复，协办：{ $assisting }。
       *[no] {""}
    }
mine-event-signed = 📥 { $unit } 已签收。
mine-event-sent-back = 🔁 { $unit } 认为不归它办，退给征集办重新转办。{ $has_words ->
        [yes] {"\u000A"}原因：{ $words }
       *[no] {""}
    }
mine-event-asked = ❓ 办理人员向{ $who }提了一个问题。
mine-event-answered = 💬 { $who }回答了问题。{ $entered ->
        [yes] 信息员当面记录。
       *[no] {""}
    }
mine-event-supplemented = ➕ { $who }作了补充。{ $has_words ->
        [yes] {"\u000A"}“{ $words }”
       *[no] {""}
    }{ $files ->
        [0] {""}
       *[other] {"\u000A"}附件 { $files } 个
    }
mine-event-extension-asked = 🗓 { $unit } 申请延到 { $until } 答复，由征集办决定。
mine-event-extension-decided = { $approved ->
        [yes] 🗓 征集办同意了延期申请。
       *[no] 🗓 征集办没有同意延期，期限不变。
    }
mine-event-date-moved = 🗓 答复期限改为 { $due }。{ $by ->
        [calendar] 因为这一年的放假安排公布了，重新计算了日期。
       *[office] {""}
    }{ $has_words ->
        [yes] {"\u000A"}原因：{ $words }
       *[no] {""}
    }
mine-event-replied = 💬 { $unit } 答复了，办理结果：{ $outcome }。
    { $text }{ $explained ->
        [yes] {"\u000A"}理由：{ $reason }
       *[no] {""}
    }{ $files ->
        [0] {""}
       *[other] {"\u000A"}📎 附件 { $files } 个
    }
mine-event-reply-corrected = 💬 { $unit } 更正了答复，以这次为准。办理结果：{ $outcome }。
    { $text }{ $explained ->
        [yes] {"\u000A"}理由：{ $reason }
       *[no] {""}
    }{ $files ->
        [0] {""}
       *[other] {"\u000A"}📎 附件 { $files } 个
    }
mine-event-contacted = { $mode ->
        [face-to-face] 🤝 { $unit } { $on } 见面沟通了一次。
        [video] 🎥 { $unit } { $on } 视频沟通了一次。
       *[phone] 📞 { $unit } { $on } 电话沟通了一次。
    }
mine-event-told = 🤝 { $on } 当面告知了答复。
mine-reply-withheld = （答复里有建议人的个人信息，只在建议人提交建议的聊天里显示。）
mine-one-file = 📎 { $name }
mine-file-sent = 📎 《{ $name }》已发在上面。
mine-file-missing = 没有找到这个附件，请发 /mine 重新打开这条建议。
mine-file-checking = 《{ $name }》还在做病毒检查，请过一会儿再点。
mine-file-gone = 《{ $name }》暂时取不到，请过一会儿再点。
mine-event-rated = ⭐ { $who }作了评价。{ $entered ->
        [yes] 信息员当面记录。
       *[no] {""}
    }
mine-event-reopened = 🔄 因为{ $who }不满意，重新办理，{ $due }前再次答复。
mine-event-closed = 🏁 办结。
mine-event-withdrawn = 🗑 { $who }撤回了这条建议。{ $has_words ->
        [yes] {"\u000A"}原因：{ $words }
       *[no] {""}
    }
mine-event-promised = 🤝 { $unit } 承诺在{ $due }前办到。{ $has_words ->
    [yes] {"\u000A"}承诺：{ $words }
   *[no] {""}
}
mine-event-progressed = 🚧 承诺事项进展：{ $progress }，期限{ $due }。{ $has_words ->
    [yes] {"\u000A"}说明：{ $words }
   *[no] {""}
}
mine-event-awarded = 🏆 获得{ $prize }。
mine-event-published = 📢 已公开，不含个人信息。
mine-event-unpublished = 🔒 不再公开。
mine-event-classified = 🗂 征集办把它归入“{ $theme } · { $topic }”。
mine-event-scoped = 🗺 征集办注明了它涉及的范围：{ $scope }。
mine-event-assisting = 🤝 { $has_assisting ->
        [yes] 现在的协办单位：{ $assisting }。
       *[no] 不再有其他单位协办。
    }
mine-event-undone = ↩️ 征集办撤销了刚才的误操作：{ $undone ->
        [returned] 不用修改了，建议照旧筛选。
        [diverted] 建议仍在这里，照旧筛选。
        [merged] 建议没有合并，照旧筛选。
       *[other] 归类恢复原样。
    }
mine-topic-other = 其他
mine-and = 、
mine-why = { $known ->
        [yes] 答复期限：{ $due }（含当日）。{"\u000A"}
       *[no] {""}
    }为什么是这一天：本次征集规定，从{ $starts_at ->
        [received] 收到建议
        [registered] 登记
        [signed] 单位签收
       *[forwarded] 转办
    }那天起，{ $day_type ->
        [working] { $days } 个工作日（不算周末和节假日）
       *[calendar] { $days } 天（周末和节假日也算）
    }内答复。{ $has_started ->
        [yes] 从 { $started } 开始计算。
       *[no] 还没有开始计算。
    }
mine-why-moved = { $kind ->
        [answered] { $own ->
            [yes] 等您回答
           *[no] 等建议人回答
        }问题的日子不算，所以顺延到 { $due }。
        [reopened] 重新办理，所以重新计算到 { $due }。
        [calendar] 放假安排公布以后重新计算，现在是 { $due }。
        [extension] 承办单位申请延期，征集办同意了，现在是 { $due }，原因见下面的经过。
       *[office] 征集办改了日期，现在是 { $due }，原因见下面的经过。
    }
mine-why-holidays = 其中 { $days } 放假，没有算。
mine-why-workdays = 其中 { $days } 是周末但调休上班，算了。
mine-why-provisional = ⚠️ 这个日期是暂定的：那一年的放假安排还没有公布，先按周一到周五计算。公布后会重新计算，日期变了会{ $own ->
        [yes] 告诉您
       *[no] 告知建议人
    }。
mine-why-paused = ⏸ 正在等{ $own ->
        [yes] 您
       *[no] 建议人
    }回答问题，这段日子不算在期限里。
mine-supplement =
    ➕ <b>补充 { $number }</b>
    请直接发文字、照片或文件，可以发几条；每一条都马上存好，办理人员看得到。
    { $added ->
        [0] 发完点“完成”或发“完成”。
       *[other] 已补充 { $added } 条。发完点“完成”或发“完成”。
    }
mine-supplement-done = ✅ 完成
mine-supplement-kept = ➕ 已补充到 { $number }。
mine-supplement-file = 📎 《{ $name }》已补充到 { $number }。
mine-supplement-ended = ✅ 补充好了，办理人员看得到。
mine-withdrawal =
    🗑 <b>撤回 { $number }？</b>
    撤回以后不再办理，也不能恢复；想再提，可以重新写一条。
    { $has_words ->
        [yes] 撤回的原因：“{ $words }”
       *[no] 想说原因，就直接发一句；不说也可以。
    }
mine-withdrawal-send = 🗑 确定撤回
mine-withdrawal-done = 🗑 { $number } 已撤回。
mine-objection =
    ✋ <b>对 { $number } 的处理提出异议</b>
    只能提一次，征集办会重新看，并告诉您结果。
    { $has_words ->
        [yes] 您的理由：“{ $words }”{"\u000A"}可以接着发；说完点“提交异议”。
       *[no] 请发文字，说说为什么不同意。
    }
mine-objection-send = ✋ 提交异议
mine-objection-done = ✋ 异议已提交，结果会在这里告诉您。
suggest-returned =
    ↩️ <b>{ $number } 退回补正</b>
    { $still ->
        [no] 现在不用补正了：已经撤回、交回或重新提交。点“先放着”回到列表。
       *[yes] { $has_remark ->
            [yes] 征集办的意见：“{ $remark }”
           *[no] 征集办没有写明原因，可以打电话问一下。
        }
    }
suggest-later-leave = ⬅️ 先放着
suggest-later = ⬅️ 改到这里已经保存，随时可以接着改。原来提交的内容和编号都不变。
suggest-unchanged = 🗑 改动已扔掉。原来提交的内容和编号都不变。
mine-correction-send = ✏️ 用新内容重新提交
mine-correction-done = ✏️ { $number } 已重新提交。
mine-say-anew = 🧹 清掉重说
mine-say-again = 🙏 您刚才说的话没有留住，请再发一遍。
mine-cut = { $text }……（共 { $length } 字，都会提交）
mine-lookup =
    🔎 <b>凭编号和查询码查询</b>
    请在一条消息里发编号和查询码，例如：CQ2024-000001 ABCD2345
    大小写和空格都没关系。查询码里没有数字 0、1，也没有字母 O、I、L。
    这里发的只用来查询，不会放进您正在写的建议。
mine-lookup-code = 🔑 编号是 { $number }，请再发查询码。
mine-lookup-number = 🔢 请把编号也一起发来，例如：CQ2024-000001 ABCD2345
mine-found-follow = 🔔 在这里也通知我
mine-found-following = 🔔 好的，{ $number } 的进展以后也会在这个聊天里通知您。
mine-elsewhere-words = 👇 刚才那句没有记下来：这里只能看这条建议的进展。正在写的建议没有变，发 /start 接着写。
command-mine = 我的建议：办到哪一步了
supplement-too-late = 建议 { $number } 已经办结或撤回，不能再补充。有新的想法，请发 /start 另提一条。
supplement-empty = 这条消息里没有文字（只有空格或看不见的字符）。请发文字、照片或文件。
supplement-often = 补充太多了：一条建议最多补充 { $maximum } 次。请等办理人员联系您。
words-too-long = 太长：{ $length } 字，最多 { $maximum } 字。请写短一些再发。
withdraw-too-late = 建议 { $number } 已经转给单位办理，不能再撤回。您可以点“补充”说明新的情况，单位看得到。
objection-nothing = 建议 { $number } 现在没有可以提异议的决定。
objection-made = 对 { $number } 的这个决定，您已经提过一次异议，请等征集办的结果。
objection-empty = 请先发文字说明为什么不同意，再提交。
correction-nothing = 建议 { $number } 现在不用修改。想补充，请点“补充”。
code-look-alike = 查询码里没有数字 0、1，也没有字母 O、I、L。请照着再看一遍：可能是 D、Q、8、J、T、7 等。
code-not-whole = 查询码是 { $length } 位字母和数字，请检查后再发。
code-wait = 试的次数太多了。请等 { $seconds } 秒再试，不会一直锁住。
code-wrong = 编号或查询码不对，请检查后再发。两个都在提交成功的那条消息里。
help-mine-overview = 👉 现在：点编号看办到哪一步；没有您要找的，就凭编号和查询码查。
help-mine-one = 👉 现在：看这条建议的进展；能做的事都在按钮上。
help-mine-supplement = 👉 现在：发文字、照片或文件来补充，发完点“完成”。
help-mine-withdrawal = 👉 现在：点“确定撤回”才会撤回；点“回到这条建议”就不撤。
help-mine-objection = 👉 现在：打出不同意的理由，再点“提交异议”。
help-mine-lookup = 👉 现在：在一条消息里发编号和查询码。
help-mine-found = 👉 现在：看进展；想在这里收到通知，就点“在这里也通知我”。

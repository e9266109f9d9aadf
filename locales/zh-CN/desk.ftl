# 绑定工作账号后在聊天里的待办
desk-waiting =
    🗂 <b>待办</b>（{ $login }）{ $several ->
        [yes] 第 { $page } 页，共 { $pages } 页
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] 先到期的在前。点编号查看。
       *[no] 没有待办。
    }
desk-row = { $number } · { $theme }{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }
    { $text }
desk-paused = 等建议人回答，期限暂停计算
desk-waiting-unlink = 🔓 解除绑定
desk-one =
    📄 <b>{ $number }</b> · { $state }{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }
    { $theme }

    { $text }{ $several ->
        [yes] {"\u000A\u000A"}（第 { $page } 页，共 { $pages } 页）
       *[no] {""}
    }{ $any_asked ->
        [yes] {"\u000A\u000A"}❓ 已向建议人提问 { $asked } 次，已回答 { $answered } 次
       *[no] {""}
    }
desk-one-sign = ✍️ 签收
desk-one-ask = ❓ 问建议人
desk-one-answers = 💬 提问和回答
desk-to-waiting = 🗂 返回待办
desk-signed = ✅ { $number } 已签收，建议人会收到通知。
desk-ask =
    ❓ <b>向 { $number } 的建议人提问</b>

    { $has_words ->
        [yes] { $words }
       *[no] 请输入问题，可以分几条发。
    }

    { $has_words ->
        [yes] 共 { $length } 字，最多 { $maximum } 字。点“发出问题”才会发给建议人。
       *[no] 建议人会在聊天里回答，其间办理期限可能暂停计算。
    }
desk-ask-send = ✅ 发出问题
desk-asked = ✅ 关于 { $number } 的问题已发给建议人。
desk-answers =
    💬 <b>{ $number } 的提问和回答</b>{ $several ->
        [yes] （第 { $page } 页，共 { $pages } 页）
       *[no] {""}
    }

    { $any ->
        [yes] { $said }
       *[no] 还没有提过问题。
    }
desk-answers-asked = ❓ { $text }
desk-answers-files = 📎 文件 { $count } 个（请在管理台打开）
desk-answers-none = （还没有回答）
desk-answers-open = （建议人还没有答完）
desk-words-not-here = 👇 这些话没有保存。请点按钮；要问建议人，请先点“问建议人”。
desk-words-only = 👇 问题只能是文字，刚才发的没有保存。请输入文字。
desk-linked = 🔗 这个聊天已绑定账号 { $login }。随时发送 /desk 查看待办。
desk-unlinked = 🔓 这个聊天已解除绑定。要重新绑定，请打开管理台“我的账号”。
help-desk-waiting = 👉 现在：点编号或输入编号，打开一件建议。
help-desk-one = 👉 现在：阅读建议，然后签收或问建议人；答复请在管理台填写。
help-desk-ask = 👉 现在：输入问题，再点“发出问题”。
help-desk-answers = 👉 现在：查看提问和回答。

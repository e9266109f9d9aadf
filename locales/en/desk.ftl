# The desk of linked staff, in the chat
desk-waiting =
    🗂 <b>What is waiting</b> ({ $login }){ $several ->
        [yes] {", "}page { $page } of { $pages }
       *[no] {""}
    }

    { $listed }

    { $any ->
        [yes] The soonest due comes first. Tap a number.
       *[no] Nothing is waiting.
    }
desk-row = { $number } · { $theme }{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }
    { $text }
desk-paused = waiting for the author, the clock stands
desk-waiting-unlink = 🔓 Unlink this chat
desk-one =
    📄 <b>{ $number }</b> · { $state }{ $has_time ->
        [yes] {" · "}{ $time }
       *[no] {""}
    }
    { $theme }

    { $text }{ $several ->
        [yes] {"\u000A\u000A"}(page { $page } of { $pages })
       *[no] {""}
    }{ $any_asked ->
        [yes] {"\u000A\u000A"}❓ Questions to the author: { $asked }, answered: { $answered }
       *[no] {""}
    }
desk-one-sign = ✍️ Sign for it
desk-one-ask = ❓ Ask the author
desk-one-answers = 💬 Questions and answers
desk-to-waiting = 🗂 Back to what is waiting
desk-signed = ✅ { $number } is signed for; its author is told.
desk-ask =
    ❓ <b>A question to the author of { $number }</b>

    { $has_words ->
        [yes] { $words }
       *[no] Type your question; several messages become one.
    }

    { $has_words ->
        [yes] { $length } of { $maximum } characters. It goes out only when you tap “Send the question”.
       *[no] The author answers in the chat; the clock may stand meanwhile.
    }
desk-ask-send = ✅ Send the question
desk-asked = ✅ The question about { $number } is on its way to the author.
desk-answers =
    💬 <b>Questions and answers, { $number }</b>{ $several ->
        [yes] {" "}(page { $page } of { $pages })
       *[no] {""}
    }

    { $any ->
        [yes] { $said }
       *[no] Nothing has been asked yet.
    }
desk-answers-asked = ❓ { $text }
desk-answers-files = 📎 Files: { $count } (open them on the console)
desk-answers-none = (not answered yet)
desk-answers-open = (the author has not finished answering)
desk-words-not-here = 👇 Those words were not kept. Tap a button; to ask the author, tap “Ask the author” first.
desk-words-only = 👇 A question is made of words alone; that was not kept. Please type it.
desk-linked = 🔗 This chat is linked to the account { $login }. Send /desk whenever you want to see what is waiting.
desk-unlinked = 🔓 This chat is no longer linked to an account. To link it again, open “My account” in the console.
help-desk-waiting = 👉 Now: tap a number, or type one, to open it.
help-desk-one = 👉 Now: read it, then sign for it or ask its author; a reply is written on the console.
help-desk-ask = 👉 Now: type the question, then tap “Send the question”.
help-desk-answers = 👉 Now: read what was asked and answered.

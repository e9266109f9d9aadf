# Questions of those who handle a suggestion, and ratings.
asked-answer =
    ❓ <b>A question about { $number }</b>{ $by_unit ->
        [yes] {" "}(asked by { $unit })
       *[no] {""}
    }

    { $question }
    { $begun ->
        [yes] {"\u000A"}Your answer so far:{"\u000A"}{ $said }{"\u000A"}📎 Files: { $files }{"\u000A"}You can go on writing or send files; when you are through, tap “That is all” or send “done”.
       *[no] {"\u000A"}Just write your answer, in several messages if you like; photos and files are taken too. What you write here goes into no draft.
    }{ $paused ->
        [yes] {"\u000A"}⏸ The days of waiting for you are added to the time for the reply.
       *[no] {""}
    }{ $more ->
        [no] {""}
       *[yes] {"\u000A"}Questions besides this one that wait for you: { $others }, each in a message of its own.
    }
asked-answer-done = ✅ That is all
asked-answer-later = ⏸ Later
asked-kept = 📝 Noted.
asked-file-kept = 📎 “{ $name }” has come.
asked-over = That question has been answered, so the last message was not taken. To add something, open “My suggestions”: /mine
asked-sent = ✅ Your answer about { $number } was handed in.
asked-sent-moved = ✅ Your answer about { $number } was handed in. The days of waiting ({ $days }) do not count: the reply is now due by { $due } (that day included).
asked-late = ✅ Your answer about { $number } is noted. The suggestion was answered already; the unit will still see what you wrote.
asked-next = 👇 Questions that still wait: { $count }. Here is one of them.
asked-left = ⏸ What you wrote is kept. To go on, tap “Answer” in that message.
rate-reason =
    📝 Your rating of <b>{ $number }</b>: <b>{ $rating }</b>

    Please say why, so that the unit knows what to do better.{ $again ->
        [yes] {"\u000A"}After that the suggestion is handled once more.
       *[no] {""}
    }
rate-reason-later = ⬅️ Not now
rate-words-only = 🙏 Please give the reason in words.
rate-over = This rating is over, so the last message was not taken.
rate-left = Nothing was rated. The buttons of that message stay there for you.
rate-thanks-reopened = 🙏 Your rating of { $number } is noted: { $rating }. It is handled once more; the new date for the answer is { $due } (that day included).
rate-thanks-closed = 🙏 Thank you! Your rating of { $number } is noted: { $rating }. The suggestion is closed.
rate-thanks-noted = 🙏 Thank you! Your rating of { $number } is noted: { $rating }.

# Pushes: number and state only, no personal data.
push-repeat = (Sent again: if you have had this message before, please ignore it.)
suggestion-registered =
    ✅ Your suggestion has been registered.
    Number: <b>{ $number }</b>
    It will be forwarded to the unit that handles it; every step will be told to you here.
suggestion-forwarded =
    📨 { $role ->
        [supporter] The suggestion you support, <b>{ $number }</b>,
       *[author] Your suggestion <b>{ $number }</b>
    } has been forwarded to <b>{ $unit }</b>.
    Answer due by <b>{ $due }</b> (that day included).
suggestion-replied =
    💬 <b>{ $unit }</b> has answered { $role ->
        [supporter] the suggestion you support, <b>{ $number }</b>.
       *[author] your suggestion <b>{ $number }</b>.
    }
    Outcome: <b>{ $outcome }</b>

    { $text }{ $explained ->
        [yes] {"\u000A\u000A"}Reason: { $reason }
       *[no] {""}
    }

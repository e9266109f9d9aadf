# The terminal.
cli-starting = Jindianzi starts; its state is in { $state } ...
cli-ended = Jindianzi has ended. Everything is saved.
cli-address-webchat = Web chat: { $address }
cli-address-console = Console:  { $address }
cli-channels = Chats in: { $channels }
cli-account-clerk = Staff account (clerk, sees everything):  login { $login }  password { $password }
cli-account-handler = Staff account (handler of { $unit }):  login { $login }  password { $password }
cli-account-unit-lead = Staff account (lead of { $unit }, approves replies):  login { $login }  password { $password }
cli-account-supervisor = Staff account (supervisor, watches the dates):  login { $login }  password { $password }
cli-account-leader = Staff account (leader, reads only):  login { $login }  password { $password }
cli-account-auditor = Staff account (auditor, reads everything):  login { $login }  password { $password }
cli-account-administrator = Staff account (administrator, keeps accounts):  login { $login }  password { $password }
cli-ready = READY { $addresses }
cli-already-running = Another Jindianzi is already running on { $state }. End it first, or set JINDIANZI_STATE_DIR to another folder.
cli-port-taken = The address { $address } is taken by another program. Set JINDIANZI_WEBCHAT_PORT or JINDIANZI_CONSOLE_PORT to a free port.
cli-campaign-faulty =
    A campaign file cannot be read. Mend these lines and start again:
    { $problems }
cli-own-page-unsafe = Personal data of { $campaigns } are asked on a page of our own (contact: own_page), and that page has no https address. Set JINDIANZI_PUBLIC_URL to an address that begins with https://, let a TLS proxy pass /mine/ to the console's port, and start again.
cli-campaign-sound = Sound: { $id }, { $themes } themes, { $topics } topics.
cli-campaign-unknown = There is no campaign with the id { $id } among the campaign files.
cli-campaign-stopped = { $id } takes no new suggestions now; drafts are kept.
cli-campaign-resumed = { $id } takes suggestions again.
cli-history-sound = The history is sound: no event was changed, dropped or moved.
cli-history-broken =
    The history is NOT sound:
    { $findings }
cli-password-short = The password needs at least { $minimum } characters.
cli-unit-needed = A handler or unit lead needs --unit, the other roles have none. `jindianzi staff units` lists the keys.
cli-unit-unknown = There is no unit with the key { $unit }. `jindianzi staff units` lists them.
cli-staff-added = The account { $login } is ready.
cli-staff-reset = The second factor of { $login } is off; it is signed out everywhere.
cli-staff-unknown = There is no account { $login }. Check how it is written; administrators see all logins under /accounts.
cli-similar-building = Reading public suggestions
cli-similar-built = The index holds { $count } public suggestions.
cli-similar-busy = Another process is writing the index. Try again in a moment.
cli-similar-damaged = The index cannot be written: { $reason }
cli-similar-none = No public suggestion is close to that.
cli-source-added = The way in is ready, its code is { $code }
cli-source-link = { $channel }: { $address }
cli-source-none = There are no ways in yet.
cli-source-retired = retired
cli-source-unasked = Telegram did not tell the name of the bot ({ $reason }), so its links are left out.
cli-ledger-ending = The name must end in .xlsx or .csv: { $file }
cli-ledger-saving = Saving the ledger
cli-ledger-saved = { $count } suggestions are in { $file }
cli-ledger-unwritable = { $file } cannot be written: { $reason }
cli-ledger-unreadable = { $file } cannot be read: { $reason }
cli-ledger-taking = Taking in the ledger
cli-ledger-counts = New: { $new }. There already: { $known }. Not taken: { $refused }.
cli-ledger-clerk = There is no clerk with the login { $login }.
cli-ledger-line = line { $line }: { $why }
cli-ledger-report = The lines that were not taken are in { $file }. Put them right and take that file in.
cli-program-added = The token of { $name }, shown only this once:
cli-program-good = good
cli-program-over = ended
cli-program-revoked = The token of { $name } is revoked.

# 命令行。
cli-starting = 金点子正在启动，数据在 { $state } ……
cli-ended = 金点子已停止，数据都已保存。
cli-address-webchat = 网页聊天：{ $address }
cli-address-console = 办理平台：{ $address }
cli-channels = 聊天渠道：{ $channels }
cli-account-clerk = 工作人员账号（征集办，可见全部）：账号 { $login } 密码 { $password }
cli-account-handler = 工作人员账号（承办单位 { $unit }）：账号 { $login } 密码 { $password }
cli-account-unit-lead = 工作人员账号（{ $unit } 负责人，审签答复）：账号 { $login } 密码 { $password }
cli-account-supervisor = 工作人员账号（督办，盯办理期限）：账号 { $login } 密码 { $password }
cli-account-leader = 工作人员账号（领导，只读）：账号 { $login } 密码 { $password }
cli-account-auditor = 工作人员账号（审计，可查全部）：账号 { $login } 密码 { $password }
cli-account-administrator = 工作人员账号（管理员，管账号）：账号 { $login } 密码 { $password }
cli-ready = READY { $addresses }
cli-already-running = 另一个金点子正在使用 { $state }。请先停止它，或把 JINDIANZI_STATE_DIR 设为别的文件夹。
cli-port-taken = 地址 { $address } 已被别的程序占用。请把 JINDIANZI_WEBCHAT_PORT 或 JINDIANZI_CONSOLE_PORT 设为空闲端口。
cli-campaign-faulty =
    征集活动文件读不了。请改好这些地方再启动：
    { $problems }
cli-own-page-unsafe = 征集 { $campaigns } 在自己的网页上收集个人资料（contact: own_page），而该网页没有 https 地址。请把 JINDIANZI_PUBLIC_URL 设为 https:// 开头的地址，让 TLS 代理把 /mine/ 转到控制台端口，再启动。
cli-campaign-sound = 没有问题：{ $id }，{ $themes } 个主题，{ $topics } 个议题。
cli-campaign-unknown = 征集活动文件里没有 { $id }。
cli-campaign-stopped = { $id } 已停止接收新的建议，草稿都保留。
cli-campaign-resumed = { $id } 恢复接收建议。
cli-history-sound = 办理记录完好：没有一条被改动、删除或调换。
cli-history-broken =
    办理记录有问题：
    { $findings }
cli-password-short = 密码至少要 { $minimum } 位。
cli-unit-needed = 承办人和单位负责人需要 --unit，其他角色不需要。`jindianzi staff units` 列出单位代码。
cli-unit-unknown = 没有代码为 { $unit } 的单位。`jindianzi staff units` 列出全部。
cli-staff-added = 账号 { $login } 已可使用。
cli-staff-reset = { $login } 的二次验证已解除，所有登录都已退出。
cli-staff-unknown = 没有账号 { $login }。请检查写法；管理员可在 /accounts 看到所有登录名。
cli-similar-building = 正在读取公开的建议
cli-similar-built = 索引里有 { $count } 件公开的建议。
cli-similar-busy = 另一个进程正在写索引，请稍后再试。
cli-similar-damaged = 索引写不了：{ $reason }
cli-similar-none = 没有相近的公开建议。
cli-source-added = 入口已建好，代码 { $code }
cli-source-link = { $channel }：{ $address }
cli-source-none = 还没有入口。
cli-source-retired = 已停用
cli-source-unasked = 没能问到 Telegram 机器人的名字（{ $reason }），所以没有列出它的链接。
cli-ledger-ending = 文件名须以 .xlsx 或 .csv 结尾：{ $file }
cli-ledger-saving = 正在导出台账
cli-ledger-saved = 已将 { $count } 件建议写入 { $file }
cli-ledger-unwritable = 无法写入 { $file }：{ $reason }
cli-ledger-unreadable = 无法读取 { $file }：{ $reason }
cli-ledger-taking = 正在导入台账
cli-ledger-counts = 新登记：{ $new }。已存在：{ $known }。未导入：{ $refused }。
cli-ledger-clerk = 没有登录名为 { $login } 的登记人员。
cli-ledger-line = 第 { $line } 行：{ $why }
cli-ledger-report = 未导入的行在 { $file } 中。请改正后再导入该文件。
cli-program-added = “{ $name }”的令牌，只显示这一次：
cli-program-good = 有效
cli-program-over = 已失效
cli-program-revoked = “{ $name }”的令牌已停用。

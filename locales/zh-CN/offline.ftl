# 离线采集页（offline-…：随页面存到手机上，只有文字和空格位，不分情形）
offline-no-script = 这个页面需要打开浏览器的 JavaScript 才能用。请打开它，或换一个浏览器。
offline-title = 离线采集
offline-other-language = English
offline-welcome = 这里是信息员的离线采集页：没有信号时也能把村民的建议完整记下来，有信号时自动发出。
offline-need-link = 要在这部手机上登录，请回到聊天里发 /offline，点开给您的一次性链接。
offline-unfit = 这个浏览器不能安全地保存资料（需要 https 地址和较新的浏览器，隐私模式也不行）。请换一个浏览器打开，或联系征集办公室。
offline-begin-title = 在这部手机上开始
offline-begin-lead = 先设一个口令。手机上存的所有内容都用它加密，每次打开都要输入。
offline-passphrase = 口令
offline-passphrase-again = 再输一遍口令
offline-passphrase-rule = 至少 { $minimum } 个字符。几个不相干的词连起来，又长又好记。
offline-strength-weak = 强度：太弱，容易猜到
offline-strength-fair = 强度：可以，再长一些更好
offline-strength-good = 强度：好
offline-no-recovery = 口令忘了，谁也找不回来：没有发出的内容就打不开了。请记牢。
offline-no-recovery-known = 我知道，口令忘了没有人能找回
offline-no-recovery-unread = 请先勾选“我知道，口令忘了没有人能找回”。
offline-begin = 设好口令，开始
offline-passphrase-short = 口令太短，至少要 { $minimum } 个字符。请换一个长一些的。
offline-passphrase-weak = 这个口令太容易猜到，没有用它。请把几个不相干的词连起来，不要只重复几个字。
offline-passphrase-differs = 两次输入的口令不一样，请重新输入。
offline-locked = 已锁定
offline-locked-lead = 请输入口令打开。
offline-locked-idle = 五分钟没有动静，已自动锁定；写的都保存着。请输入口令打开。
offline-open = 打开
offline-wrong = 口令不对，请再试一次。
offline-wait = 试的次数太多，请等 { $seconds } 秒再试。
offline-forgotten = 口令忘了没有人能找回，只能清空这部手机，再从聊天里取新的链接。
offline-wipe = 清空这部手机
offline-wipe-when = 手机要交给别人，或者不再采集时，请清空。
offline-wipe-lead = 清空后，这部手机上没有发出的草稿、建议和照片都没有了，也不能恢复。已经发出的不受影响。
offline-wipe-known = 我知道，没有发出的内容会丢失
offline-wipe-unread = 请先勾选“我知道，没有发出的内容会丢失”。
offline-wipe-now = 现在清空
offline-back = 返回
offline-close = 知道了
offline-signed-in-later = 现在没有信号，还没有登录。有信号时再打开这个页面，会接着登录。
offline-somebody-else = 这部手机上还有另一位信息员没有发出的内容，不能换人登录。请先用原来的聊天登录并发出，或清空这部手机。
offline-new = 新建一条
offline-send-now = 现在发送
offline-settings = 设置
offline-lock = 锁定
offline-refused = 没有收，原因在下面：{ $count }
offline-drafts = 草稿：{ $count }
offline-waiting = 等待发送：{ $count }
offline-sent = 已发出：{ $count }
offline-none = 没有。
offline-nameless = （还没有姓名）
offline-because = 原因：
offline-mend = 修改
offline-go-on = 接着写
offline-take-back = 拿回来改
offline-tried = 正在发送，可能已经收到，等有了结果再说
offline-moved-on = 这一条已经在发送或已经发出，后来改的没有存。请回到列表查看；还要改，请联系征集办公室。
offline-damaged = 打不开了：{ $count }
offline-damaged-of = { $moment } 的一条
offline-damaged-undated = 没有日期的一条
offline-damaged-unsent = 这一条在手机里损坏了，或者是用别的密钥加密的，打不开，没有发出。别的照常发送。请再问本人一遍，重新录一条，再把这一条扔掉。
offline-damaged-tried = 这一条在手机里损坏了，或者是用别的密钥加密的，打不开。它可能已经收到：请在聊天里发 /entries 查看。没有的话，请再问本人一遍，重新录一条。然后把这一条扔掉。
offline-damaged-sent = 这一条已经发出，只是手机里记的编号和查询码打不开了：在聊天里发 /entries 可以查到。这条记录可以扔掉。
offline-throw-away = 扔掉
offline-throw-away-title = 扔掉打不开的一条
offline-throw-away-lead = 扔掉后，这一条和它的照片就从手机里没有了，不能恢复。别的不受影响。
offline-throw-away-known = 我知道，这一条不能恢复
offline-throw-away-unread = 请先勾选“我知道，这一条不能恢复”。
offline-throw-away-now = 现在扔掉
offline-photos-count = 照片：{ $count }
offline-number = 编号：
offline-code = 查询码：
offline-moved = 手机的日期不对，收到日期按 { $day } 记。请校准手机时间。
offline-sending = 正在发送：{ $name }
offline-no-line = 没有信号，写的都保存在手机里，有信号时自动发出。
offline-no-campaign = 现在没有正在进行的征集，暂时不能新建。
offline-nothing-yet = 还没有取到征集内容。请在有信号的地方打开一次，登录后再用。
offline-low = 手机空间快满了。请先发出等待的内容，或清理手机，免得照片存不下。
offline-full = 手机空间满了，这一次没有存下；屏幕上写的还在，以前存的也没有丢。请清理手机空间，或先发出等待的内容，再接着写。
offline-room-title = 手机空间
offline-room = 已用 { $used } MB，还剩 { $left } MB。
offline-room-kept = 浏览器答应不清理这里的内容。
offline-room-not-kept = 手机空间不足时浏览器可能清理这里的内容，请尽早发出；把页面添加到主屏幕会更稳妥。
offline-taken = 带在手机上的征集内容
offline-taken-at = { $moment } 取的，征集：{ $count }
offline-refresh = 重新取一遍
offline-passphrase-old = 现在的口令
offline-passphrase-new = 新口令
offline-passphrase-change = 更换口令
offline-passphrase-changed = 口令已更换，下次请用新口令打开。
offline-update = 页面有新版本，点这里使用（写的会先保存）
offline-for = 代 { $name } 提建议
offline-matter = 关于什么
offline-campaign = 征集活动
offline-theme = 主题
offline-topic = 议题
offline-topic-other = 其他方面
offline-scope = 范围
offline-receiving_unit = 呈递单位
offline-choose = 请选择
offline-choose-none = 不选
offline-text = 建议内容
offline-count = 现在 { $now } 字，最多 { $most } 字
offline-count-over = 现在 { $now } 字，最多 { $most } 字，多了 { $over } 字。请删短一些。
offline-twin = 这部手机上已有一条内容一样的（{ $name }）。如果是重复录入，请删掉一条；确实是两个人说的，可以保留。
offline-person = 是谁的建议
offline-identity = 类别
offline-name = 姓名
offline-contact = 联系方式
offline-contact-hint = 手机号、固定电话或邮箱；没有就不填。
offline-work_unit = 工作单位（没有就不填）
offline-school = 学校（没有就不填）
offline-address = 地址（没有就不填）
offline-consent = 本人同意
offline-consent-read = 个人信息说明（请读给本人听）
offline-consent-spoken = 本人当面口头同意
offline-consent-paper = 本人在纸上签了字，附照片
offline-photos = 照片
offline-photos-hint = 最多 { $most } 张。照片会缩小，拍摄位置等信息会去掉，再加密保存。
offline-paper-hint = 照片会缩小，拍摄位置等信息会去掉，再加密保存。
offline-photo-paper = 签字同意书的照片
offline-photo-add = 添加照片
offline-photo-is = 第 { $place } 张照片
offline-photo-is-paper = 第 { $place } 张照片：同意书
offline-photo-remove = 去掉
offline-photo-unreadable = 这个文件打不开，可能不是照片。请换一张，或重新拍一张。
offline-photo-gone = 这一条有照片已不在手机里，没有发出。请点“修改”，去掉打不开的照片，重新添加，再存一次。
offline-broken = 这一条没有发出，手机上出了问题；别的照常发送。请点“修改”，检查一遍再存；如果还是不行，请联系征集办公室。
offline-photos-most = 最多 { $most } 张照片，请去掉一些。
offline-occasion = 在哪场活动收集的
offline-call = 回应哪次定向征集
offline-saved = 已保存在手机上
offline-next-person = 存好，下一位
offline-finish = 存好，回到列表
offline-back-kept = 以后再写（草稿会留着）
offline-delete = 删掉这一条
offline-delete-sure = 删掉后不能恢复。确定删掉这一条吗？
offline-faults = 还有 { $count } 处要补，存成草稿了
offline-need-theme = 请选择主题
offline-need-topic = 请选择议题，没有合适的就选“其他方面”
offline-need-scope = 请选择范围
offline-need-receiving_unit = 请选择呈递单位
offline-need-text = 请写建议内容
offline-need-identity = 请选择类别
offline-need-name = 请填写姓名
offline-need-consent = 请选择本人是怎样同意的
offline-need-paper = 请拍下签了字的同意书

# 服务器对离线采集页说的话
collect-device-gone = 这部手机的登录已结束。没有发出的都还在手机里；请在聊天里发 /offline 取新的链接，在这部手机上打开。
collect-device-missing = 没有找到这部手机，可能已经退出。请刷新后再看。
collect-link-missing = 这个链接不对，可能没有复制完整。请在聊天里发 /offline 取新的链接。
collect-link-used = 这个链接已经用过。请在聊天里发 /offline 取新的链接。
collect-link-expired = 这个链接已经过期。请在聊天里发 /offline 取新的链接。
collect-key-unclear = 没有登录成功。请刷新页面，再打开一次链接。
collect-photo-unclear = 没有收这张照片：它不完整，或超过 { $megabytes } MB。请去掉它，重新拍一张。
collect-photo-broken = 照片在路上损坏了，会自动再发一次。
collect-photos-missing = 有 { $count } 张照片还没有收到，会自动再发一次。
collect-photos-many = 您的手机有太多照片没有传完，先停在这里，会自动再试。有不再用的手机，请在聊天里发 /offline 让它退出；如果一直这样，请联系征集办公室。
collect-paper-missing = 选了纸上签字同意，但没有同意书的照片。请补上照片，或改为口头同意。
collect-agreed-unclear = 同意的时间不对，这一条没有收。请校准手机时间，打开这一条，把本人同意重新选一遍再存。
collect-occasion-missing = 这次征集里没有这场活动。请打开这一条，改选活动或不选。
collect-call-missing = 没有请您参加这次定向征集。请打开这一条，改选或不选。
collect-too-fast = 发得太快了，请等 { $seconds } 秒，会自动接着发。
collect-nothing-here = 这里没有这个页面。请从聊天里的链接打开离线采集页。
collect-too-large = 这一条太长，没有收。请打开它，写短一些。
collect-unreadable = 这一条没有看懂，没有收。请打开它检查一遍再存；如果还是不行，请更新页面，或联系征集办公室。
collect-broken = 系统出了问题，这一条还在手机里，会自动再发。如果一直这样，请联系征集办公室。
collect-busy = 系统正忙，这一条还在手机里，会自动再发。
collect-file-photo = 照片 { $number }
collect-file-paper = 同意书 { $number }

# 聊天里的 /offline
collect-phone =
    📴 <b>离线采集</b>

    没有信号也能把建议和照片完整记在手机里，加密保存；有信号时自动发出，一条不多、一条不少。

    { $linked ->
        [yes] 请<b>在要用的手机上</b>点下面的按钮打开。链接只能用一次，{ $hours } 小时内有效，请不要转给别人。
       *[no] 链接只显示一次。要在手机上登录，请点“取登录链接”。
    }
    { $phones ->
        [0] 现在没有登录的手机。
       *[other] 已登录的手机：{ $phones } 部。手机丢了，请在下面让它退出。
    }
collect-phone-open = 📴 打开离线采集页
collect-phone-link = 取登录链接
collect-phone-end = 🚫 让 { $since } 登录的手机退出
collect-phone-ended = 那部手机已退出，不能再发送。手机上没有发出的内容仍加密存着，没有口令打不开。
collect-phone-close = 返回
collect-menu = 离线采集
collect-words-not-here = 这里不收文字。要代别人提建议，请打开离线采集页；要返回，请点“返回”。
help-collect-phone = 这里可以取离线采集页的登录链接，也可以让丢失的手机退出。

# 工作台：信息员的手机
console-phones = 信息员的手机
console-phones-lead = 信息员登录了离线采集页的手机。手机丢失或不再使用时，请让它退出：它就不能再发送；上面没有发出的内容仍加密存着，没有口令打不开。聘任结束时，手机自动失效。
console-phones-none = 现在没有登录的手机。
console-phones-end = 让它退出
console-phones-done = 这部手机已退出。
console-phones-officer = 信息员
console-phones-since = 登录时间
console-phones-used = 最近使用

mydata-table-collect_device = 您登录离线采集页的手机
mydata-column-link_until = 链接有效至
mydata-column-signed_in_at = 登录时间

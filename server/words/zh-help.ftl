# What help says; its English stands at the command or flag, in the code.

## What the parser itself says, around what stands at commands and flags
help-heading-usage = 用法：
help-heading-commands = 命令：
help-heading-arguments = 参数：
help-heading-options = 选项：
help-heading-values = 可选值：
# In a line of usage: [OPTIONS], <COMMAND>.
help-name-options = [选项]
help-name-command = <命令>
help-example = 示例：
help-examples = 示例：
# In brackets behind what a flag is for.
help-fact-default = [默认值：{ $value }]
help-fact-env = [环境变量：{ $value }]
help-fact-values = [可选值：{ $value }]

## Errors of the command line
help-error = 错误：
help-error-more = 更多说明请加 --help 查看。
help-error-argument = 不认识参数“{ $argument }”
help-error-command = 没有“{ $command }”这个命令
help-error-command-missing = “{ $command }”之后还须写明子命令
help-error-missing = 缺少以下必需的参数：
help-error-value-missing = “{ $argument }”后面须给出值
help-error-value = “{ $argument }”的值“{ $value }”无效
# Between a wrong value and why it is wrong.
help-error-because = ：
help-error-values-more = “{ $argument }”不能再接受值“{ $value }”
help-error-values-number = “{ $argument }”需要 { $wanted } 个值，实际给出 { $given } 个
help-error-equals = “{ $argument }”的值须用等号给出
help-error-repeated = “{ $argument }”不能重复使用
help-error-conflict = “{ $argument }”不能与“{ $other }”同时使用
help-error-conflict-these = “{ $argument }”不能与以下参数同时使用：
help-error-conflict-some = “{ $argument }”不能与已给出的其他参数同时使用
help-error-utf8 = 有参数不是有效的 UTF-8 文本
help-cause-no-number = 不是整数
help-cause-too-large = 数字过大
help-cause-too-small = 数字过小
help-cause-bounds = 须在 { $from } 至 { $to } 之间
help-tip = 提示：
help-tip-similar = 是否要写 { $names }？
help-tip-exists = 有 { $name }
help-tip-value = 如要把它作为值，请写 { $instead }
help-tip-dashes = 有命令“{ $name }”：使用时请去掉前面的“--”

## Sections of a manual page
help-page-name = 名称
help-page-synopsis = 概要
help-page-description = 描述
help-page-options = 选项
help-page-commands = 子命令
help-page-extra = 补充说明
help-page-version = 版本
help-page-below = 子命令

## What each command does; the paragraphs that follow the first line have an id that ends in -long
help-of-countersign = 公共资金，两头签字
help-of-countersign-long = 公共资金，两头签字：付款方为所拨的签名，收款方为所收的签名，任何差额都在账本上显现。
help-of-countersign-after =
    退出码：0 完成；1 被拒绝，或有内容未通过核验；2 命令行有误；3 文件、数据库、磁盘或服务器出错；4 正忙或已被占用，请稍后重试；5 由更新的版本写成。

    从这里开始：
      countersign demo --data demo
      countersign serve --data demo
      countersign tally --data demo --json
help-of-help = 显示本说明或指定命令的说明
help-of-init = 创立账本：创立条目、运营方的密钥和一个空数据库
help-of-init-long = 在数据文件夹的 `keys` 中生成四个密钥文件：PERSON.key 用于管理和签名；recovery.key 应离线保存；clock.key 只能推动账本时钟；log.key 只能为日志的检查点和答复签名。后两个文件的口令放在它们旁边，以便服务器自行启动。
help-of-serve = 提供网页和 API，并接收条目
help-of-serve-long =
    已入账的条目发布在 /log/，由日志密钥签署检查点；如果账本的创立条目没有指定日志密钥，也还没有 keys/log.key，首次启动时会生成一个。

    收到中断信号或 SIGTERM 时停止接收条目，答复所有等待中的条目，然后以退出码 0 结束。端口已被占用，或账本正由另一进程写入，退出码为 4；账本与自己的上一个检查点相矛盾（例如换上了旧备份），退出码为 1。
help-of-invite = 邀请人员通过本服务器为成员工作
help-of-invite-long = 输出一个链接，七天之内供一人使用一次。成员的管理人员在服务器自己的网页上邀请其他人。付款或管理权限的邀请须由另一位管理人员在网页上确认；没有另一位管理人员的，用 --confirm 代为确认。
help-of-device = 查看等待登记的设备密钥，并予以批准
help-of-device-list = 列出等待批准的密钥
help-of-device-approve = 批准密钥：由管理该成员的另一人用密钥文件会签
help-of-device-approve-long = 请向提交密钥的人询问密钥编号，其设备上会显示：提出申请的人必须就是使用该设备的人。
help-of-demo = 在空文件夹中装入真实的一年：巴拉圭 FONACIDE 2019 年的拨款
help-of-demo-long = 拨款是真实的；收款方的签收和支出由固定种子模拟生成，每个页面和每份导出文件都会注明。docs/DEMO.md 说明哪些是真实的，哪些不是。
help-of-key = 生成和查看密钥文件，更换成员的密钥
help-of-key-new = 为成员的一位人员生成密钥，存入新的加密文件
help-of-key-new-long = 密钥属于个人，绝不共用：请用 p1 之类不透露身份的编号，不要用姓名。文件格式见 docs/KEY-FILE.md。成员用 `member activate` 或 `key rotate` 登记密钥。使用 --token 时，密钥在 PKCS#11 令牌上生成，永不离开令牌：文件只记录它在哪里。
help-of-key-adopt = 为 PKCS#11 令牌上已有的密钥写出密钥文件
help-of-key-adopt-long = 用于以令牌自带工具生成的密钥。只读取公钥，不改动令牌上的任何内容。
help-of-key-show = 显示文件中的密钥属于谁；不询问口令
help-of-key-vkey = 输出密钥文件的验证公钥，供他人登记和核验签名
help-of-key-hold = 生成由本服务器为成员保管的密钥，并予以登记
help-of-key-hold-long = 成员的人员自己的设备无法签名时，在其输入密码和第二重验证后，由这把密钥代为签名；它签过的内容旁边，人人都会看到“经服务器确认”。登记时，管理该成员的一人用 --key 一同签名。用 `countersign key revoke` 停用。
help-of-key-rotate = 登记成员的新密钥，并吊销被它替换的密钥
help-of-key-rotate-long = 新密钥自己签名，以证明持有；同时由管理该成员的另一人或恢复密钥用 --key 签名。
help-of-key-revoke = 吊销成员的密钥：该成员的任何密钥都可吊销，以便立即制止盗用
help-of-key-compromised = 声明密钥自某一条目起落入他人之手，并予以吊销
help-of-key-compromised-long = 已入账的内容不会撤销：此后由该密钥签名的内容均有争议，直到由第二人追加签名或更正。
help-of-member = 通过提名、表决和激活吸收成员；列出和查看成员
help-of-member-propose = 提名成员；须有过半数有表决权的控制方同意
help-of-member-propose-long = 提名方的控制方计为一张赞成票。通过后，新成员用自己的密钥激活。
help-of-member-vote = 代表密钥所属成员的控制方，对提案表决
help-of-member-activate = 提案通过后成为成员：登记其人员的密钥，这些密钥全部签名
help-of-member-activate-long = --key 和每个 --also 各指定一人的密钥文件；每把密钥都予以登记，并以签名证明持有。恢复密钥应离线保存：只需指定其文件或验证公钥，它不签名。
help-of-member-list = 列出全部成员
help-of-member-show = 显示一个成员及其密钥
help-of-programme = 设立、拨款和关闭项目；列出和查看项目
help-of-programme-open = 设立项目；密钥所属的成员为设立者
help-of-programme-appropriate = 为项目拨款：授予支用权，或追加、削减
help-of-programme-close = 关闭项目，不再接受新的付出；签收、退回和更正照常
help-of-programme-list = 列出全部项目
help-of-programme-show = 显示项目的条件
help-of-issue = 向成员拨款：为这笔收付签上付款方的一半
help-of-issue-long = 签名前显示所签的原文。资金来源从付款方的结存中选取，最早的在先，除非用 --source 指定。重复使用同一 --ref 视为重复提交，不会付款两次。
help-of-confirm = 说明一笔划拨或退回实收多少：签上收款方的一半
help-of-confirm-long = 全部、部分或分文未收：收款方的说法从不因金额而被拒绝。
help-of-return = 把未用的资金退回原付款方
help-of-return-long = 资金沿来路退回：来源从该成员所拨的款项中选取，最早的在先，除非用 --source 指定。
help-of-receipt-correct = 减去已签收数额或争议数额的一部分
help-of-bounce = 说明付款方的银行退回了一笔收付的一部分
help-of-reversal = 整笔取消尚未签收任何款项的收付
help-of-reversal-long = 收款方须用 --also 一同签名，除非它已称分文未收，或其期限已过。
help-of-charge = 说明银行在途中对一笔收付收取了多少手续费
help-of-recovery = 说明一笔收付的缺失资金已追回，以及现由谁持有
help-of-write-off = 以审计方身份核销一笔收付的缺失资金
help-of-expense = 说明资金已用于项目目的
help-of-expense-long = 资金来源从该成员的结存中选取，最早的在先，除非用 --source 指定。
help-of-expense-refund = 说明已支出的资金退回到原支出的节点
help-of-income = 说明拨款之外的收入，例如利息
help-of-surrender = 把资金上缴国库：资金离开项目
help-of-carry-over = 把未用的资金结转到下一年度的项目
help-of-carry-over-long = 资金仍由原成员持有，成为另一项目的新节点。
help-of-freeze = 以审计方身份停止一个成员的对外付款
help-of-freeze-long = 签收、退回和更正照常。
help-of-unfreeze = 以审计方身份恢复一个成员的对外付款
help-of-endorse = 以第二人或另一成员的身份，为条目追加签名
help-of-sign = 为文件中待签的文本签名，不需要账本和网络
help-of-sign-long = 文件可以是 `import --unsigned` 写出的、本命令为下一位签名人写出的，或 --dry-run 显示的一份文本。先通读全部：共多少份、种类与合计，以及第一份的内容。然后要么全部签名，要么一份都不签。签名齐全的可交给 `countersign submit`；不齐的交给下一位签名人。
help-of-submit = 提交已签名的条目，来自文件或标准输入
help-of-submit-long = 文件中是依次排列的签名原文，或 JSON Lines 格式的导出文件。次序保持不变。账本中已有的视为重复，不增加任何内容；遇到第一个拒绝即停止（退出码 1）。
help-of-import = 按映射文件，把电子表格各行作为划拨发出
help-of-import-long = 先预览：行数、控制总额，以及每个有误的行及其行号和原因。然后要么全部，要么全不：每一行都先写成条目、签名，在数据文件夹自己的账本上还按全部规则判定，之后才发出第一笔。已签名的条目保存在数据文件夹中，因此再次执行同一命令会从停下的地方继续，不会重复。映射文件的写法见 docs/IMPORT.md。
help-of-export = 导出整部账本：JSON Lines、CSV，或供 hledger 使用的日记账
help-of-export-tiles = 把日志导出为静态文件：检查点、分块、条目包
help-of-export-tiles-long = 任何文件服务器都能提供这个文件夹，其他人的工具也能核验（C2SP tlog-tiles）。内容截至服务器签名并保存的上一个检查点。
help-of-tally = 输出公开的合计：拨款、结存、在途、缺失、已支出、已离开
help-of-tally-long = 收付的金额计入拨出的月份。拨出与签收按环节列示，各层级之间从不相加；各项严格平衡，分毫不差：拨款 + 收入 = 结存 + 在途 + 缺失 + 已支出 + 手续费 + 已离开 + 已核销。
help-of-findings = 列出公开的待核事项：双方说法不一致之处
help-of-trace = 从一个条目追踪资金：向上到其拨款，向下到其用途
help-of-verify = 仅凭签名原文，重新核验每个签名、每条规则和每个合计
help-of-verify-long =
    服务器说的一概不采信：从创立条目起，逐条解析原文，用 verify_strict 核验签名，按规则判定，并重新计算各项合计和其他全部公开数字。指出第一个有误的条目及其原因（退出码 1）。账本需要更新的规则时，退出码为 5。

    日志可通过网络读取（--log），也可从保存其分块的文件夹读取（--tiles）：每个条目都须与日志密钥签过的根相符。每个日志最近一次见到的检查点都会记住；日志如有倒退或显示另一段历史，即予拒绝，并保存证据。单个文件（.tlog-proof 或证据文件）的核验不需要网络。
help-of-witness = 为日志的检查点会签，使它无法展示两段不同的历史（C2SP tlog-witness）
help-of-witness-long =
    见证方答复 POST add-checkpoint：只为接续自己上次会签的检查点会签，其他一概不签。它不读取条目，读取条目的是镜像。它有自己的文件夹和自己的密钥（用 `key new` 生成），该密钥不得是任何日志或成员的密钥。

    文件夹已被另一见证方占用，或端口已被占用，退出码为 4。
help-of-mirror = 保存他人账本的完整副本，并核验其中每一个条目
help-of-mirror-long =
    镜像读取日志，逐条证明，核验签名，按全部规则判定，并在自己的存储中记账。它提供同样的页面，接收提交并转交；设有密钥时，为自己已持有全部条目的每个检查点会签。

    日志如有偏离（条目有误、改写过去、两段历史），镜像即停止：证据存放在数据文件夹的 mirror/evidence 中，每个页面都会注明，退出码为 1。收到的内容不属于该日志，或没有收到，则予以指明并再次索取。
help-of-rebuild = 仅凭签名原文，重新生成全部派生数据
help-of-rebuild-long = 成员、收付、合计和待核事项先清空再重新生成；签名原文保持不变。结果应与原来相同，否则说明原来有误。中断的重建会从头再来。
help-of-backup = 把账本某一时刻的状态复制到文件；期间可照常读写
help-of-backup-long = 如果有人员在账本的服务器上登录，则另行复制到旁边的第二个文件 FILE.people；他们为条目附上的文件复制到文件夹 FILE.evidence。每份附件都与其摘要核对；被改动过的会指明，且不予复制（退出码 3）。
help-of-restore = 把备份恢复到数据文件夹
help-of-restore-long = 那里如已有账本，必须是同一账本较早的状态：恢复从不倒退，也从不替换另一段历史（退出码 1）。
help-of-bench = 测量本机和本版本：每项指标均以比率表示
help-of-bench-long = 使用临时文件夹，通过回环地址向自己启动的服务器施加负载，完成后自行结束。
help-of-completions = 输出 shell 的自动补全脚本
help-of-man = 输出手册，或把全部子命令的手册写入文件夹

## What a flag is for, where several commands have it or only one has
help-flag-help = 显示说明
help-flag-help-more = 显示说明（加 --help 查看详细说明）
help-flag-help-less = 显示说明（加 -h 查看摘要）
help-flag-version = 显示版本
help-flag-data = 存放账本及其设置和密钥的文件夹
help-flag-database = 数据库：sqlite:FILE 或 postgres://HOST/NAME
help-flag-readers-max = 只读连接数上限
help-flag-server = 接收条目的服务器；省略时，条目写入数据文件夹自己的账本
help-flag-key = 用于签名的密钥文件
help-flag-also = 另一签名人的密钥文件
help-flag-passphrase-file = 首行为密钥文件口令或令牌 PIN 的文件
help-flag-pkcs11-module = 令牌的程序库，密钥在令牌上时需要
help-flag-time = 签名时间（UTC）[默认值：现在]
help-flag-yes = 不再询问，直接签名
help-flag-dry-run = 只显示文本，不签名，也不发送
help-flag-json = 以 JSON 输出答复
help-flag-reason = 理由
help-flag-ref = 编号，在该成员内唯一，例如凭证号
help-flag-programme = 项目
help-flag-member = 成员
help-flag-amount = 金额，以最小货币单位计
help-flag-occurred = 发生日期 [默认值：今天]
help-flag-late = 属于已结账的期间
help-flag-attach = 附件的摘要、大小和类型
help-flag-source = 从哪个节点取多少，写作 IDENTITY/LEG:AMOUNT [默认值：最早的在先]
help-flag-step = 划拨或退回的标识
help-flag-listen = 监听的地址和端口；端口为 0 时任选一个空闲端口 [默认值：127.0.0.1:3000]
help-flag-request-seconds-max = 接收一个请求的头部最多用多少秒，正文亦同
help-flag-drain-seconds-max = 停止前答复已接收内容最多用多少秒
help-flag-proxy-header = 前置代理用来注明读者地址的请求头，例如 x-forwarded-for [默认值：无]
help-flag-own-keys-only = 不允许以本服务器保管的密钥签名的项目，以逗号分隔 [默认值：无]
help-flag-log-format = 程序自身消息的书写格式
help-flag-log-filter = 写出程序自身的哪些消息
help-flag-output = 要生成的文件；已存在的文件从不覆盖
help-flag-person = 密钥属于谁：不透露身份的编号
help-flag-file = 密钥文件
help-flag-ended = 密钥：其文件，或 8 位十六进制编号
help-flag-title = 名称
help-flag-proposal = 提案的标识
help-flag-into = 收入的节点，写作 IDENTITY/LEG
help-flag-purpose = 用途；绝不写自然人的姓名

## init
help-flag-init-origin = 账本的名称，同时也是其日志的名称
help-flag-init-member = 运营方，即首个成员
help-flag-init-title = 运营方的名称
help-flag-init-house = 运营方由谁控制；表决以控制方计数 [默认值：运营方自身]
help-flag-init-person = 用谁的密钥管理：不透露身份的编号
help-flag-init-purpose = 账本的用途
help-flag-init-passphrase-file = 首行为新密钥文件口令的文件
help-flag-init-continues = 本日志以新密钥接续的日志，其上一个检查点所在的文件
help-flag-init-json = 输出 JSON

## serve
help-flag-serve-queue-entries-max = 等待的条目超过多少即答复“正忙”
help-flag-serve-group-entries-max = 一次入账的条目数上限
help-flag-serve-verify-workers = 核验签名的线程数
help-flag-serve-checkpoint-interval-ms = 日志的两个检查点至少间隔多少毫秒
help-flag-serve-checkpoint-kept = 保存最近签署的检查点的文件：最好与数据库不在同一磁盘
help-flag-serve-checkpoint-key = 日志的密钥文件，用于签署检查点和答复
help-flag-serve-checkpoint-passphrase-file = 首行为日志密钥文件口令的文件
help-flag-serve-checkpoint-policy = tlog-policy 文件：由哪些见证方为检查点会签，须有多少方
help-flag-serve-checkpoint-witness-wait-ms = 检查点最多等待见证方多少毫秒
help-flag-serve-telling-smtp = 通知人员所用的邮件服务器，例如 smtps://ledger@mail.example
help-flag-serve-telling-password-file = 首行为邮件服务器密码的文件
help-flag-serve-telling-mail-folder = 邮件写入这个文件夹而不发送，以供查看
help-flag-serve-telling-from = 发件地址
help-flag-serve-telling-loopback = 成员的程序可否在本机上监听：true 或 false
help-flag-serve-oidc-issuer = 人员可用其账号登录的身份提供方，例如 https://accounts.town.example
help-flag-serve-oidc-client = 身份提供方识别本服务器的客户端编号
help-flag-serve-oidc-secret-file = 首行为客户端密钥的文件
help-flag-serve-oidc-name = 按钮上的单位名称 [默认值：身份提供方的主机名]
help-flag-serve-oidc-second-factor = 除身份提供方的说法外还须有什么 [默认值：code]
help-flag-serve-base-url = 绝对地址的协议和主机，例如 https://ledger.example [默认值：无]

## invite, device, demo
help-flag-invite-member = 该人员为之工作的成员
help-flag-invite-confirm = 确认由成员唯一的管理人员提出的邀请，编号见邀请页面
help-flag-invite-roles = 该人员可以做什么
help-flag-invite-language = 链接所指页面的语言
help-flag-invite-base-url = 链接的协议和主机，即人们访问服务器的地址
help-flag-invite-json = 输出 JSON
help-flag-device-list-json = 输出 JSON
help-flag-device-approve-id = 列表和其本人页面上显示的编号
help-flag-demo-keys-of = 一并写出该成员人员的密钥文件（口令：demo）
help-flag-demo-json = 输出 JSON
help-flag-demo-moved-to = 装入后将移至的文件夹：提示信息中使用该名称

## key
help-flag-key-new-json = 输出 JSON
help-flag-key-adopt-json = 输出 JSON
help-flag-key-show-json = 输出 JSON
help-flag-key-new-member = 密钥为哪个成员的条目签名
help-flag-key-new-passphrase-file = 首行为新密钥文件口令或令牌 PIN 的文件
help-flag-key-new-pkcs11-module = 令牌的程序库
help-flag-key-adopt-member = 密钥为哪个成员的条目签名
help-flag-key-adopt-passphrase-file = 首行为新密钥文件口令或令牌 PIN 的文件
help-flag-key-adopt-pkcs11-module = 令牌的程序库
help-flag-key-new-token = 在此地址的令牌上生成，使用此标签
help-flag-key-adopt-token = 密钥所在之处：令牌及标签
help-flag-key-vkey-cosigner = 作为见证方或镜像的密钥，用于会签（类型 04）
help-flag-key-hold-roles = 密钥可以签什么
help-flag-key-rotate-new = 新密钥的文件
help-flag-key-rotate-replaces = 被替换的密钥：其文件，或 8 位十六进制编号
help-flag-key-rotate-roles = 新密钥可以签什么
help-flag-key-compromised-since = 自第几条起有争议

## member
help-flag-member-propose-member = 被提名的成员
help-flag-member-propose-house = 由谁控制；表决以控制方计数 [默认值：该成员自身]
help-flag-member-propose-function = 职能：auditor（审计机构）、bank（银行）、finance（财政部门）、office（经办机构）或 operator（运营方）
help-flag-member-propose-tier = 层级，最高为 0
help-flag-member-propose-parent = 上级成员
help-flag-member-propose-region = 地区代码
help-flag-member-propose-voting = 其控制方有表决权
help-flag-member-propose-ref = 编号，在提名方内唯一 [默认值：自动生成]
help-flag-member-vote-vote = yes（赞成）或 no（反对）
help-flag-member-activate-roles = 密钥可以签什么，按密钥文件的次序各写一次；最后一个适用于其余
help-flag-member-activate-recovery = 恢复密钥：其文件，或其验证公钥
help-flag-member-activate-account = 账户的承诺值
help-flag-member-list-json = 输出 JSON
help-flag-member-show-json = 输出 JSON
help-flag-member-show-name = 成员

## programme
help-flag-programme-open-programme = 项目的名称
help-flag-programme-open-currency = 币种（ISO 4217）
help-flag-programme-open-exponent = 小数位数
help-flag-programme-open-starts = 项目年度的第一天
help-flag-programme-open-ends = 项目年度的最后一天
help-flag-programme-open-offset = 当地时间与 UTC 的时差
help-flag-programme-open-basis = 流动的是资金（cash）还是用款额度（limit）
help-flag-programme-open-payees = 付款方可向谁付款：任何成员（any），或仅限下级（tree）
help-flag-programme-open-budget = 预算计划从某项资金列支多少，写作 "FUND AMOUNT"
help-flag-programme-open-hop-days = 每一环节允许的天数
help-flag-programme-open-idle-days = 资金可留存不动的天数
help-flag-programme-open-grace-days = 答复期限过后多少天，付款方可单独冲回
help-flag-programme-open-tolerance = 手续费最多占一笔收付的比例，以百万分之一计
help-flag-programme-open-threshold = 同一付款方与收款方之间一天的金额达到多少须多人签名，写作 "AMOUNT PERSONS"
help-flag-programme-open-disclosure = 多少天之后公开明细
help-flag-programme-appropriate-programme = 项目
help-flag-programme-close-programme = 项目
help-flag-programme-appropriate-purpose = 用途
help-flag-programme-appropriate-ref = 编号，在设立者内唯一，例如预算法案的文号
help-flag-programme-appropriate-root = 所变更的原拨款
help-flag-programme-appropriate-direction = 变更的方向：supplement（追加）或 cut（削减）
help-flag-programme-list-json = 输出 JSON
help-flag-programme-show-json = 输出 JSON
help-flag-programme-show-name = 项目

## Entries that move money
help-flag-issue-to = 收款方
help-flag-issue-account = 收款方的账户，以其承诺值表示
help-flag-issue-covers = 要补足其争议部分的收付
help-flag-issue-due = 收款方应在哪一天前答复 [默认值：项目允许的在途天数]
help-flag-return-to = 原付款方
help-flag-return-due = 应在哪一天前签收 [默认值：项目允许的在途天数]
help-flag-confirm-ref = 编号，在该成员内唯一 [默认值：由该笔收付得出；同类的第二个条目须另用编号]
help-flag-receipt-correct-ref = 编号，在该成员内唯一 [默认值：由该笔收付得出；同类的第二个条目须另用编号]
help-flag-bounce-ref = 编号，在该成员内唯一 [默认值：由该笔收付得出；同类的第二个条目须另用编号]
help-flag-reversal-ref = 编号，在该成员内唯一 [默认值：由该笔收付得出；同类的第二个条目须另用编号]
help-flag-charge-ref = 编号，在该成员内唯一 [默认值：由该笔收付得出；同类的第二个条目须另用编号]
help-flag-recovery-ref = 编号，在该成员内唯一 [默认值：由该笔收付得出；同类的第二个条目须另用编号]
help-flag-write-off-ref = 编号，在该成员内唯一 [默认值：由该笔收付得出；同类的第二个条目须另用编号]
help-flag-confirm-all = 全部收到
help-flag-confirm-amount = 收到多少，以最小货币单位计
help-flag-confirm-nothing = 分文未收，也不再等待
help-flag-confirm-final = 不再有后续：尚未了结的部分自此视为缺失
help-flag-receipt-correct-amount = 实际并未收到的金额，以最小货币单位计
help-flag-receipt-correct-withdraw = 从争议部分中撤回的金额，以最小货币单位计
help-flag-bounce-amount = 退回的金额，以最小货币单位计
help-flag-charge-amount = 金额，以最小货币单位计
help-flag-recovery-amount = 金额，以最小货币单位计
help-flag-write-off-amount = 金额，以最小货币单位计
help-flag-recovery-into = 计入签名成员的哪个节点，写作 IDENTITY/LEG
help-flag-income-purpose = 资金从何而来；绝不写自然人的姓名
help-flag-carry-over-into-programme = 资金转入的项目
help-flag-endorse-entry = 条目的标识
help-flag-endorse-reason = 追加签名者的说明

## Files of entries
help-flag-sign-file = 待签文本的文件
help-flag-submit-file = 已签名条目的文件；- 表示标准输入
help-flag-submit-json = 输出 JSON：每个答复一行
help-flag-import-file = 电子表格，CSV 格式
help-flag-import-mapping = 说明各列含义的映射文件
help-flag-import-accounts = 含 account 和 commitment 两列的 CSV：表格中的写法，与登记的承诺值
help-flag-import-preview = 预览后停止
help-flag-import-unsigned = 把文本写入此文件，供 `countersign sign` 使用，不签名，也不发送
help-flag-export-format = 格式
help-flag-export-output = 要写的文件；省略时写到标准输出
help-flag-export-tiles-out = 要生成的文件夹
help-flag-backup-file = 要生成的文件；已存在的文件从不覆盖
help-flag-restore-file = 备份文件

## Reading and checking
help-flag-tally-json = 输出 JSON；金额为文本，以最小货币单位计
help-flag-findings-json = 输出 JSON；金额为文本，以最小货币单位计
help-flag-trace-json = 输出 JSON；金额为文本，以最小货币单位计
help-flag-tally-of = 谁的合计
help-flag-tally-programme = 只看一个项目；省略时为全部
help-flag-tally-month = 只看一个月，例如 2019-10；省略时为全部合计
help-flag-findings-programme = 只看一个项目
help-flag-findings-member = 以该成员为付款方或收款方的事项
help-flag-findings-code = 目录中的一个代码，例如 receipt-overdue
help-flag-findings-all = 也包括已办结的
help-flag-trace-id = 条目：其位置编号或标识
help-flag-verify-paper = 证明条目位置的文件（.tlog-proof），或证据文件
help-flag-verify-file = 核验 JSON Lines 格式的导出文件，而不是存储；- 表示标准输入
help-flag-verify-note = 证明所指的条目，证明文件本身不含条目时使用
help-flag-verify-log = 通过网络核验日志：服务器的地址，或任何日志文件的地址前缀
help-flag-verify-tiles = 核验分块文件夹中的日志
help-flag-verify-vkey = 日志的公钥，写作 name+id+key；省略时采信首次见到的公钥
help-flag-verify-policy = 检查点须有哪些方会签：策略文件
help-flag-verify-checkpoint = 可信的已签检查点：日志必须接续它
help-flag-verify-remember = 把最近的检查点记在此文件中，而不是用户的状态文件夹
help-flag-verify-no-remember = 什么也不记，也不与以前见到的日志比较
help-flag-verify-evidence = 出现自相矛盾时存放证据的文件夹
help-flag-verify-receipt = 日志签过的答复，用来与日志对照；可多次给出
help-flag-verify-submission = 提交后被拒绝的条目，重新判定；可多次给出
help-flag-verify-request-seconds = 向日志发一次请求的秒数上限
help-flag-verify-attempts = 日志的同一文件最多请求几次
help-flag-verify-workers = 核验签名的线程数 [默认值：每个处理器一个]
help-flag-verify-json = 以 JSON 输出结果

## Witnesses, mirrors, the machine
help-flag-witness-data = 记录自己会签过什么的文件夹
help-flag-witness-key = 见证方的密钥文件
help-flag-witness-policy = tlog-policy 文件，为其中所列的日志作见证
help-flag-witness-log = 所见证日志的验证公钥，以逗号分隔
help-flag-witness-prefix = add-checkpoint 之前的路径，例如 /w1 [默认值：无]
help-flag-witness-passphrase-file = 首行为密钥文件口令的文件
help-flag-mirror-passphrase-file = 首行为密钥文件口令的文件
help-flag-mirror-key = 镜像自己的密钥文件，用于会签和为提交盖戳
help-flag-mirror-from = 日志的地址：服务器的地址，或任何 C2SP 日志的地址及路径
help-flag-mirror-vkey = 日志的验证公钥 [默认值：首次由日志自己给出]
help-flag-mirror-once = 与日志同步一次后结束
help-flag-bench-data = 受测账本的存放处；省略时用临时文件夹，结束时删除
help-flag-bench-entries = 账本增至多少条目后进行最后的读取测量
help-flag-bench-cala = 用于记账对比的已编译程序，来自 tests/peers/cala；省略则不对比
help-flag-bench-postgres = 本机上供对比程序使用的空 PostgreSQL 数据库：postgres://localhost/NAME
help-flag-completions-shell = 所用的 shell
help-flag-man-output = 存放各命令手册页的文件夹

## What values of a flag mean
help-value-log-format-text = 供人阅读
help-value-log-format-json = 供程序读取：每行一个对象
help-value-format-json = JSON Lines：每个条目一个对象，含签名原文；`verify --file` 可读取
help-value-format-csv = CSV：每个条目一行，金额以最小货币单位计，可安全用电子表格打开
help-value-format-hledger = 供 hledger 使用的日记账，余额与合计一致
help-value-oidc-second-factor-code = 本人应用程序显示的验证码：身份提供方只代替密码
help-value-oidc-second-factor-provider = 无须其他：身份提供方已有同等要求
help-value-of-programme = 整个项目的合计
help-value-of-member = 每个成员的合计
help-value-of-tier = 每个层级的合计
help-value-of-region = 每个地区的合计

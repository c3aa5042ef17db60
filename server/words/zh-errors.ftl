# What an error says; its English is its Display, in the code.

# Frames that several areas share: a file with what the system says, a place with what is wrong there.
fault-file = { $path }：{ $error }
fault-line = 第 { $line } 行：{ $reason }
fault-line-key = 第 { $line } 行，“{ $key }”：{ $reason }
fault-as-it-is = { $text }

# What the system says, by the kinds that people meet
fault-io = { $error }
fault-io-not-found = 没有这个文件或文件夹（{ $error }）
fault-io-denied = 没有权限（{ $error }）
fault-io-exists = 已有同名文件（{ $error }）
fault-io-folder = 这是文件夹，不是文件（{ $error }）
fault-io-no-folder = 路径中有一处不是文件夹（{ $error }）
fault-io-read-only = 文件系统只能读取（{ $error }）
fault-io-full = 磁盘空间不足（{ $error }）
fault-io-refused = 连接被拒绝（{ $error }）
fault-io-timed-out = 未能及时答复（{ $error }）
fault-io-cut-off = 内容中途断开（{ $error }）
fault-io-in-use = 地址已被占用（{ $error }）

# The store
fault-store-newer = 数据库的结构为 { $found }，本版本不认识：请安装更新的版本
fault-store-older = 数据库缺少结构 { $wanted }：请以写入方式打开一次，结构会随之升级
fault-store-sqlite-too-old = SQLite { $found } 版本过旧：需要 { $wanted } 或更新的版本
fault-store-held = 账本正由{ $holder }写入
fault-store-deposed = 本账本的写入已由另一个进程接管
fault-store-not-writer = 账本以只读方式打开
fault-store-read-only = 账本无法写入：{ $error }
fault-store-disk-full = 磁盘已满：没有写入任何内容，也没有丢失任何内容
fault-store-missing = { $path } 处没有账本
fault-store-row = 数据表 { $table } 的列 { $column } 中有不应出现的值：请运行“countersign rebuild”
fault-store-unfinished = 账本有 { $entries } 个条目，而派生数据只到第 { $projected } 个：请运行“countersign rebuild”
fault-store-replay = 重放时，第 { $index } 条未获接纳：{ $reason }
fault-store-goes-back = 该处的账本有 { $there } 个条目，备份只有 { $backup } 个：恢复不会使账本倒退
fault-store-other-history = 备份与该处的账本历史不同：从第 { $index } 条起不一致
fault-store-unsupported = { $what }
fault-store-database = 数据库：{ $error }

# The people's database
fault-people-open = 无法打开人员数据库：{ $error }
fault-people-database = 人员数据库：{ $error }
fault-people-row = 人员数据库：数据表 { $table } 中有不应出现的值
fault-people-ceremony = 通行密钥的登记或验证：{ $error }
fault-people-password = 无法处理密码：{ $error }

# Settings
fault-config = 设置文件 { $path }：{ $cause }
fault-config-read = 无法读取：{ $error }
fault-config-too-long = 长度超过 { $max } 字节
fault-config-bounds = 须为 { $min } 至 { $max } 的整数
fault-config-server = 须以 http:// 或 https:// 开头并写明主机，例如 https://ledger.example
fault-config-database = 须为 sqlite:文件，或写明主机和数据库的 postgres:// 地址
fault-config-mail-server = 须为 smtps://主机，或 smtp://主机?tls=required，不得含密码；连接其他机器绝不使用不加密的 smtp
fault-config-log = 须以 http:// 或 https:// 开头并写明主机，例如 https://ledger.example 或 https://host.example/some/log
fault-mail-from = 发件人须为电子邮箱地址，例如 ledger@example.org
fault-mail-server = 邮件服务器的地址无法使用：{ $error }
fault-oidc-issuer = OpenID Connect 的签发方须为 https 地址，不带查询参数
fault-oidc-home = 用 OpenID Connect 登录，须写明本服务器自己的地址：使用 https，或在本机上
fault-oidc-client = 身份提供方以客户端编号识别本服务器，而没有写明编号
fault-oidc-name = 身份提供方的名称须为 1 至 { $max } 个字符，写在一行内

# Key files and passphrases
fault-keyfile-read = 无法读取密钥文件：{ $error }
fault-keyfile-write = 无法写入密钥文件：{ $error }
fault-keyfile-exists = 已有同名文件；密钥文件绝不会被覆盖
fault-keyfile-too-long = 文件超过 { $max } 字节：不是密钥文件
fault-keyfile-other = 该文件不是密钥文件：{ $why }
fault-keyfile-version = 密钥文件的版本为 { $version }，本程序只认识版本 1
fault-keyfile-unencrypted = 文件中的私钥没有口令保护；请生成新密钥，并吊销这一把
fault-keyfile-header = 密钥文件第 { $line } 行应为“{ $key }: ”加{ $wanted }
fault-keyfile-token = 密钥文件第 { $line } 行：{ $error }
fault-keyfile-on-token = 密钥在令牌上，而此处需要存放在文件中的密钥
fault-keyfile-other-member = 文件头自相矛盾：其中的 vkey 属于另一成员
fault-keyfile-other-key = 文件头与密钥不符：其中的 vkey 属于另一把密钥
fault-keyfile-wrong-passphrase = 口令不对，或密钥文件已损坏
fault-keyfile-encryption = 密钥文件的加密方式在此无法打开：{ $why }
fault-keyfile-other-algorithm = 密钥文件中的密钥不是 Ed25519 算法
fault-passphrase-empty = 口令为空：密钥文件必须加密
fault-passphrase-too-long = 口令超过 { $max } 字节：是否选错了文件？
fault-passphrase-not-text = 口令不是 UTF-8 文本
fault-passphrase-file = 无法读取口令文件：{ $error }
fault-passphrase-no-terminal = 没有可供输入口令的终端（{ $error }）；请用 --passphrase-file 或 { $variable } 提供
fault-passphrase-differ = 两次输入的口令不一致
fault-held-key = 服务器保管的密钥无法打开：{ $error }
fault-held-passphrase = 服务器保管的密钥，其口令无法读取：{ $error }
fault-held-foreign = { $path } 中的密钥属于他人

# Tokens
fault-token-module = { $path } 不能用作令牌的驱动库：{ $error }
fault-token-none = 没有名为 { $label } 的令牌
fault-token-many = 有 { $found } 个令牌都叫 { $label }
fault-token-no-key = 令牌上没有名为 { $label } 的 Ed25519 密钥
fault-token-many-keys = 令牌上有 { $found } 把 Ed25519 密钥都叫 { $label }
fault-token-exists = 令牌上已有名为 { $label } 的密钥
fault-token-pin = 令牌不接受该 PIN；输错几次后令牌会锁定
fault-token-locked = PIN 输错次数过多，令牌已锁定
fault-token-public-key = 令牌上的公钥无法读作 Ed25519 公钥
fault-token-other-key = 令牌的签名不是出自密钥文件所写的那把密钥
fault-token-fails = 令牌出错：{ $error }
fault-token-uri-scheme = 令牌上的密钥写作 pkcs11:token=名称;object=名称
fault-token-uri-too-long = 令牌地址最长 { $max } 字节
fault-token-uri-attribute = 令牌地址中不能有“{ $name }”：只能有 token 和 object，也可有 serial，各一次
fault-token-uri-missing = 令牌地址中须写明 { $name }=
fault-token-uri-value = “{ $name }”的值为空，或不是文本

# Imported files, their rows and the mapping
fault-import-read = 无法读取该文件：{ $error }
fault-import-no-header = 文件为空：第一行须写明各列的名称
fault-import-header-encoding = 第 { $line } 行：表头不是 { $encoding } 编码；请将 file.encoding 设为文件保存时的编码，例如 "gbk"
fault-import-byte-order-mark = 文件以 UTF-8 标记开头，而映射按 { $encoding } 读取；请将 file.encoding 设为 "utf-8"
fault-import-header-too-long = 表头超过 { $max } 字节：请检查是否有引号未闭合，或 file.quote 有误
fault-import-missing-column = 映射与文件不符：row.{ $field } 要读“{ $column }”列，而文件的列为{ $columns }
fault-import-ambiguous-column = 映射与文件不符：row.{ $field } 要读“{ $column }”列，而文件中该列不止一个
fault-row = 第 { $line } 行（第 { $row } 条数据）：{ $fault }
fault-row-cells = 有 { $found } 个单元格，而表头有 { $expected } 个；请检查含分隔符的文本是否缺少引号
fault-row-encoding = “{ $column }”列不是 { $encoding } 编码；请修改该单元格，或将 file.encoding 设为文件保存时的编码
fault-row-empty = “{ $column }”列为空，而{ $field }需要它；请填写该单元格，或删除该行
fault-row-receiver = 收款方代码“{ $key }”不在映射的 [receivers] 中；请在其中添加，或修改该单元格
fault-row-amount = 金额“{ $text }”{ $fault }
fault-row-date = 日期“{ $text }”不是按“{ $format }”书写的日期；请修改该单元格，或修改 file.date_format
fault-row-year = 日期“{ $text }”不在 { $from } 至 { $to } 年之间；请修改该单元格，或修改 file.date_format
fault-row-text-too-long = { $field }长 { $bytes } 字节，最长为 { $max } 字节；请检查 row.{ $key } 读取的列是否正确
fault-row-control = { $field }中有控制字符（U+{ $code }）；请从单元格中删除
fault-row-reference = 编号“{ $text }”不是 1 至 { $max } 个可见的 ASCII 字符；请修改该单元格，或在映射中去掉 row.reference
fault-row-repeated = 编号“{ $text }”已出现在第 { $line } 行；一个编号只对应一笔付款
fault-row-too-long = 长度超过 { $max } 字节，其后的内容都未读取；请检查是否有引号未闭合，或 file.quote 有误
fault-row-unreadable = 文件无法继续读取：{ $error }
fault-row-file-changed = 该文件不是预览过的那一个（预览时摘要为 { $previewed }，现为 { $found }）；请重新预览
fault-column-receiver = 收款方
fault-column-amount = 金额
fault-column-date = 日期
fault-column-reference = 编号
fault-column-account = 账户
fault-column-purpose = 用途
fault-amount-not-a-number = 不是由数字和映射所定符号组成；请修改该单元格，或修改 file.decimal_mark 和 file.thousands_mark
fault-amount-groups = 中的千位分隔符没有按三位分隔；请修改该单元格，或修改 file.thousands_mark
fault-amount-decimals = 有 { $found } 位小数，而该币种为 { $exponent } 位；请修改该单元格，或修改 money.exponent
fault-amount-negative = 小于零；退回的款项属于“退回”，由付出方填报：请删除该行
fault-amount-zero = 为零：请删除该行
fault-amount-too-large = 超过 10^18 个最小货币单位；请修改该单元格或符号
fault-mapping-read = 无法读取映射文件：{ $error }
fault-mapping-too-long = 映射文件超过 { $max } 字节：是否选错了文件？
fault-mapping = 映射文件，{ $flaw }

# The demonstration
fault-demo-file = 无法读取存款数据：{ $error }
fault-demo-unusable = 第 { $line } 行不能用于演示：{ $what }
fault-demo-total = 存款合计为 { $total }，无法作为拨款

# Texts that come as English alone: the store's, a key file's, settings', a mapping's, a TOML reader's
fault-known-another-process = 另一个进程
fault-known-process-since = 进程 { $process }（{ $since } 起）
fault-known-pg-dump = PostgreSQL 用 pg_dump 备份：见 docs/OPERATIONS.md
fault-known-pg-restore = PostgreSQL 用 pg_restore 恢复：见 docs/OPERATIONS.md
fault-known-backup-path = 备份的路径须为 UTF-8
fault-known-stands-still = 数据已经定格
fault-known-page-limit = 只有 SQLite 数据库才有页数上限
fault-known-no-begin = 缺少“-----BEGIN”行
fault-known-token-and-key = 既写明了令牌，又含有密钥
fault-known-line-too-many = 密钥之前多出一行
fault-known-first-line = 第一行没有写明是密钥文件
fault-known-header-breaks = 文件头不完整
fault-known-pem = PEM 部分无法读取
fault-known-pem-other = PEM 部分不是加密的私钥
fault-known-pkcs8 = PEM 部分不是加密的 PKCS#8 密钥
fault-known-no-token = 没有写明令牌
fault-known-not-text = 不是文本
fault-known-not-encrypted = 密钥无法加密
fault-known-too-dear = 打开它的代价过高
fault-known-only-pbes2 = 只支持 PBES2
fault-known-only-scrypt = 只支持 scrypt 和 PBKDF2
fault-known-log-filter = 须为级别，或“模块=级别”，以逗号分隔
fault-known-log-filter-error = 须为级别，或“模块=级别”，以逗号分隔：{ $error }
fault-known-header-name = 须为 HTTP 标头的名称
fault-known-programmes = 须为项目名称，不能是“{ $name }”
fault-known-names-needed = 须为 true：列以名称识别
fault-known-single = 须为单个字符
fault-known-separator = 须为一个 ASCII 字符，不能是字母、数字或换行符
fault-known-delimiter-too = 与分隔符相同
fault-known-encoding = 不是编码名称；可用 "utf-8"、"iso-8859-1"、"gbk" 或 "utf-16le"
fault-known-mark = 不能是字母、数字、正负号或控制字符
fault-known-decimal-mark-too = 与小数点相同
fault-known-up-to = 须为 0 至 { $max }
fault-known-date-format = 不能完整表示年月日；可写作例如 "%d/%m/%Y"
fault-known-empty = 不得为空
fault-known-currency = 须为三个大写字母，如 ISO 4217 所定
fault-known-brace-open = “{"{"}{ $rest }”缺少右花括号
fault-known-no-column = “{"{"}{ $column }{"}"}”没有写明列名
fault-known-brace-lone = “{"}"}”之前缺少“{"{"}”；文本中的花括号写作“{"}}"}”
fault-known-leave-out = 为空：请改为去掉该键
fault-known-field-one-of = 没有名为“{ $name }”的键，此处可用 { $wanted }
fault-known-field = 没有名为“{ $name }”的键，此处应为 { $wanted }
fault-known-variant-one-of = “{ $name }”不是可用的值，应为 { $wanted } 之一
fault-known-variant = “{ $name }”不是可用的值，应为 { $wanted }
fault-known-field-missing = 缺少键“{ $name }”
fault-known-type = 类型不对：现为 { $found }，应为 { $wanted }
fault-known-value = 值不对：现为 { $found }，应为 { $wanted }
fault-known-key-twice = 该键重复出现

# What a field's value should have been
fault-wanted-member = 小写 ASCII 名称，例如 county.example/finance
fault-wanted-programme = 由小写字母、数字、点和连字符组成的名称
fault-wanted-origin = 小写 ASCII 的账本名称，例如 relief.example
fault-wanted-person = 不透露身份的编号：1 至 32 个小写字母、数字和连字符
fault-wanted-reference = 1 至 64 个 ASCII 字符，不含空格
fault-wanted-code = 由小写字母、数字、点和连字符组成的代码
fault-wanted-currency = 三个大写字母（ISO 4217）
fault-wanted-exponent = 0 至 4 的一位数字
fault-wanted-ledger = <账本名称>/<创立条目的 16 位十六进制数字>
fault-wanted-function = auditor、bank、finance、office、operator 之一
fault-wanted-yes = yes，或不写该行
fault-wanted-vote = yes 或 no
fault-wanted-direction = supplement（追加）或 cut（削减）
fault-wanted-basis = cash（资金）或 limit（额度）
fault-wanted-payees = any（任何成员）或 tree（仅限直接下级）
fault-wanted-count = 1 至 16 的整数
fault-wanted-tier = 0 至 9 的整数
fault-wanted-days = 0 至 3660 的整数
fault-wanted-index = 日志中的位置
fault-wanted-version = 1 至 9999 的版本号
fault-wanted-day = 1900 至 2999 年间的日期，写作 YYYY-MM-DD
fault-wanted-moment = UTC 时间，写作 YYYY-MM-DDThh:mm:ssZ
fault-wanted-offset = 与 UTC 的时差，写作 +hh:mm 或 -hh:mm
fault-wanted-prose = 一行 1 至 280 字节的 NFC 文本，不含控制字符和未分配的字符
fault-wanted-strong-key = 高阶的 Ed25519 公钥：01 加 32 字节的 base64
fault-wanted-public-key = 字节 01 加 Ed25519 公钥的 base64
fault-wanted-key-id = 8 位小写十六进制数字
fault-wanted-roles = administer,audit,clock,confirm,pay 中的若干项，按此顺序，以逗号连接
fault-wanted-enrolment = <人员> <权限> <公钥>
fault-wanted-other-person = “recovery”以外的人员；该名称专指恢复密钥
fault-wanted-continues = <日志名称> <大小，从 1 起> <根的 base64>
fault-wanted-amount = 1 至 10^18 的整数，以最小货币单位计
fault-wanted-amount-or-zero = 0 至 10^18 的整数，以最小货币单位计
fault-wanted-parts = 百万分之 0 至 1000000
fault-wanted-threshold = <金额> <人数，2 至 9>
fault-wanted-budget-line = <资金科目> <金额>
fault-wanted-hash = 64 位小写十六进制数字
fault-wanted-node = <标识>/<分项>，分项为 0 至 15
fault-wanted-source = <标识>/<分项> <金额>
fault-wanted-attachment = <摘要> <字节数> <媒体类型>
fault-wanted-party-key = 成员的密钥，类型为 01（Ed25519）
fault-wanted-fewer = 较少的行数，且不重复
fault-wanted-key-name = 1 至 255 字节的名称，不含空格和“+”
fault-wanted-vkey = <名称>+<8 位十六进制数字>+<类型和密钥的 base64>
fault-wanted-key-kind = 类型为 01（Ed25519）或 04（Ed25519 会签）的密钥
fault-wanted-own-id = 编号与自身相符的验证公钥
fault-wanted-tile = tile/<层级>/<序号> 或 tile/entries/<序号>，不满的加 .p/<宽度>
fault-wanted-root = 32 字节哈希值的 base64
fault-wanted-32-bytes = 32 字节的哈希值
fault-wanted-answer-code = 由小写字母、数字和连字符组成的代码

# Texts of entries, and the signatures below them
fault-note-too-long = 记录有 { $bytes } 字节，最多允许 { $max } 字节
fault-note-not-utf8 = 记录不是 UTF-8：第 { $at } 个字节无法读取
fault-note-no-signatures = 正文与签名之间没有空行，或最后一行没有换行符
fault-note-text-too-long = 正文有 { $bytes } 字节，最多允许 { $max } 字节
fault-note-signature-line = 第 { $line } 行签名：应为“— <名称> <密钥编号和签名的 base64>”
fault-note-signature-order = 第 { $line } 行签名：各行须按名称和密钥编号排序，不得重复
fault-note-signer-count = 正文称有 { $said } 个签名方，其下有 { $found } 行签名
fault-grammar-not-an-entry = 第 1 行：应为“countersign/v1/<种类>”
fault-grammar-version = 第 1 行：此处不认识版本“{ $version }”：需要更新的规则
fault-grammar-kind = 第 1 行：此处不认识种类“{ $kind }”：需要更新的规则
fault-grammar-field-expected = 第 { $line } 行：此处应为字段“{ $field }”
fault-grammar-field-invalid = 第 { $line } 行：字段“{ $field }”：应为{ $wanted }
fault-grammar-field-repeats = 第 { $line } 行：字段“{ $field }”：最多 { $max } 行，按升序排列，不得重复
fault-grammar-trailing = 第 { $line } 行：最后一个字段之后不得再有内容
fault-grammar-not-canonical = 文本不是唯一的规范写法
fault-signature-key-unknown = 此处不认识 { $name } 的密钥 { $id }
fault-signature-invalid = { $name } 用密钥 { $id } 所作的签名与此文本不符

# Texts that come as English alone: the log's parts
fault-known-says-key = 日志的密钥是 { $key }
fault-known-says-log = 日志是 { $log }
fault-known-no-key-served = 日志没有提供公钥
fault-known-stored-root = 所存条目得出另一个根
fault-known-the-log = 日志 { $log }
fault-known-the-member = 成员 { $member }
fault-known-extra = 最多 16384 字节的 base64
fault-known-index = “index”加十进制数
fault-known-hashes = 最多 63 个哈希值，其后为空行
fault-known-log-line = “log”加日志名称
fault-known-time-line = “time”加 UTC 时间
fault-known-size-line = “size”加十进制数
fault-known-shorter = 较短的文件
fault-known-code-line = “code”加拒绝代码
fault-known-evidence-kind = 此处认识的证据种类
fault-known-nothing-behind = 最后一部分之后没有内容
fault-known-answer-number = 答复的序号
fault-known-answer-of = 其中一个答复的序号
fault-known-root-line = “root”加哈希值
fault-known-accepts-nothing = 该答复没有接受任何条目
fault-known-other-index = 证明针对的是另一个位置
fault-known-stands-right = 条目正在应在的位置
fault-known-no-tick = 该条目不是时钟条目
fault-known-tick-not-past = 时钟条目的时间不晚于答复
fault-known-both-true = 两个答复可以同时成立
fault-known-no-cosigner = 没有已知的会签方在期限之后看到缺少该条目的日志
fault-known-refuses-nothing = 该答复没有拒绝任何条目
fault-known-other-submission = 被拒绝的是另一份提交
fault-known-continues = 后面的树延续了前面的树
fault-known-readable = 该条目可以读取
fault-known-of-the-log = 它属于日志 { $log }

# How to mend what keeps a log from being published
fault-mend-newest-back = 没有签署任何内容。请放回账本的最新状态，或用“countersign submit”从镜像补上缺失的条目。若已无法找回，请公开说明并创立新的账本：本日志不能继续。详见 docs/OPERATIONS.md 的“The log”一节。
fault-mend-kept = 请用 --checkpoint-key 给出签署它的密钥，或用 --checkpoint-kept 给出本账本的文件。
fault-mend-other-key = 请用 --checkpoint-key 给出“countersign init”生成的密钥文件。
fault-mend-new-folder = 请写明一个尚不存在的文件夹。
fault-mend-witness-key = 用于签署其他文本的密钥，可能被人误导去签署检查点。请向见证方索取专门为此生成的密钥，并写入策略。
fault-mend-other-tile = 是否放回了账本的旧状态？若是，请放回最新状态。若只是该文件损坏，请将其删除：它会由条目重新生成。

# What the log publishes: notes, checkpoints, tiles, bundles, proofs, answers, evidence
fault-place = { $place }：{ $error }
fault-signed-note-too-long = 签名文本有 { $bytes } 字节，超过上限
fault-signed-note-control = 签名文本的第 { $at } 个字节是控制字符
fault-signed-note-no-signatures = 正文与签名之间没有空行
fault-signed-note-too-many = 签名超过 { $max } 行
fault-verify-none-known = 其中没有一个签名出自此处认识的密钥
fault-verify-ambiguous = { $name } 有两把已知密钥的编号都是 { $id }
fault-checkpoint-text = 检查点的正文为三行：日志名称、大小、base64 的根
fault-checkpoint-other-log = 检查点属于日志 { $found }，而不是 { $wanted }
fault-checkpoint-unknown-log = 此处没有日志 { $found } 的公钥
fault-checkpoint-log-missing = 缺少日志自己的签名
fault-tile = 瓦片有 1 至 256 个 32 字节的哈希值，而这里是 { $bytes } 字节
fault-edge = 有 { $size } 个条目的树，其边缘有 { $wanted } 个哈希值，而给出的是 { $found } 个
fault-bundle-cut-off = 条目包中第 { $entry } 个条目不完整
fault-bundle-count = 条目包中有 { $found } 个或更多条目，应有 { $wanted } 个
fault-bundle-entry-too-long = 有条目长 { $bytes } 字节，条目包中最长 65535 字节
fault-proof-outside = 位置 { $index } 不在有 { $size } 个条目的树中
fault-proof-sizes = 无法证明有 { $later } 个条目的树延续了有 { $earlier } 个条目的树
fault-proof-length = 证明有 { $found } 个哈希值，应有 { $wanted } 个
fault-proof-root = 证明通向另一个根
fault-proof-earlier-root = 证明通向前一棵树的另一个根
fault-proof-node = 树中有哈希值无法读取：{ $error }
fault-proof-file-too-long = 证明文件有 { $bytes } 字节，超过上限
fault-proof-file-line = 第 { $line } 行：应为{ $wanted }
fault-answers-line = 答复，第 { $line } 行：应为{ $wanted }
fault-answers-count = 有 { $found } 个答复，应为 1 至 { $max } 个
fault-answers-beyond-size = 第 { $answer } 个答复超出该文件所写的大小
fault-answers-other-log = 答复属于日志 { $found }，而不是 { $wanted }
fault-evidence-form = 证据文件：应为{ $wanted }
fault-evidence-consistent = 没有矛盾：{ $why }

# Policies
fault-policy = 策略，第 { $line } 行：{ $problem }
fault-policy-too-long = 文件超过 { $max } 字节
fault-policy-bytes = 不是 UTF-8，或含有制表符以外的控制字符
fault-policy-no-line-feed = 该行没有换行符
fault-policy-keyword = 应为 log、witness、group 或 quorum，现为“{ $word }”
fault-policy-form = 应写作“{ $form }”
fault-policy-key = 密钥：应为{ $wanted }
fault-policy-key-kind = 日志公钥的类型为 01，见证方为 04
fault-policy-key-twice = 这把公钥已在第 { $line } 行出现
fault-policy-name-taken = 名称“{ $name }”已被使用
fault-policy-name-unknown = 前面各行没有定义名称“{ $name }”
fault-policy-member-twice = “{ $name }”已属于一个组
fault-policy-threshold = 门槛须为 any、all 或 1 至 { $max } 的数
fault-policy-quorum-twice = 出现了第二个法定数
fault-policy-quorum-missing = 没有 quorum 行
fault-policy-too-many = 日志、见证方或组超过 { $max } 个

# A log that is read from afar, or from a folder of its tiles
fault-departure-checkpoint-malformed = { $place }：不是检查点：{ $error }
fault-departure-quorum = { $size } 个条目的检查点有 { $of } 个见证方中 { $seen } 个的会签，未达到策略规定的法定数
fault-departure-genesis = 第 0 条说{ $said }，而检查点属于 { $found }
fault-departure-tile-width = { $path }：有 { $found } 个哈希值
fault-departure-tile-differs = { $path }：其中的哈希值不属于检查点所指的树
fault-departure-root = 各瓦片得出的根与 { $size } 个条目的检查点不同：得出 { $found }，应为 { $root }
fault-departure-entry = 第 { $index } 条（{ $path }）不是检查点所指的树中的条目
fault-departure-key-changed = { $known } 中的检查点不是由日志现在的密钥签署：{ $error }
fault-departure-other-log = 这是日志 { $found }，而已知的是 { $known }
fault-departure-went-back = 日志倒退了：此前签署过 { $known } 个条目，现在只显示 { $found } 个
fault-departure-forked = 日志有两种历史：其前 { $size } 个条目不是此前签署的那些
fault-fetch-missing = { $place }：没有这个文件
fault-fetch-too-long = { $place }：读到 { $max } 字节为止，其后还有内容
fault-fetch-timed-out = { $place }：未能及时取得，已请求 { $attempts } 次
fault-fetch-broken = { $place }：连接失败，已尝试 { $attempts } 次：{ $error }
fault-fetch-failing = { $place }：服务器答复 { $status }，已请求 { $attempts } 次

# Replays
fault-wrong = 第 { $index } 条有误（{ $code }）：{ $fault }
fault-wrong-place = 日志接下来应为第 { $expected } 条：有条目缺失，或重复出现
fault-wrong-identity = 副本称其标识为 { $said }，而这不是其文本的标识
fault-wrong-unbalanced = 该条目的汇总变动相差 { $by } 个最小货币单位
fault-stop-newer-rules = 已核验到第 { $verified } 个条目，其后需要更新的规则：{ $fault }
fault-stop-look-on = 核验过的内容无法写入：{ $error }
fault-stop-worker-lost = 核验程序的一个工作线程提前结束
fault-source-io = 无法读取记录：{ $error }
fault-source-line = 第 { $line } 行不是 JSON Lines 导出文件中的条目：{ $reason }
fault-source-store = 无法读取账本：{ $error }

# Refusals that name whom, which or how much
fault-refusal-already-admitted = 该条目此前已入账，位置为 { $index }
fault-refusal-ref-reused = 该编号已用于内容不同的条目，位置为 { $index }
fault-refusal-member-unknown = { $name } 不是成员
fault-refusal-key-unknown = 密钥 { $id } 未在 { $member } 名下登记
fault-refusal-key-revoked = { $member } 的密钥 { $id } 自第 { $index } 条起已被吊销
fault-refusal-time-ahead = 签名时间比账本时间 { $clock } 超前 10 分钟以上
fault-refusal-signer-foreign = { $member } 与该条目无关，不能签名
fault-refusal-role-missing = { $member } 有一把签名的密钥没有“{ $role }”权限
fault-refusal-possession-unproven = 新密钥 { $id } 没有签名
fault-refusal-function-differs = { $member } 无权这样做：须由职能为“{ $wanted }”的成员来做
fault-refusal-clock-back = 账本时钟为 { $clock }，不能倒退
fault-refusal-programme-unknown = 没有项目 { $name }
fault-refusal-programme-foreign = 只有项目设立者 { $owner } 才能这样做
fault-refusal-year-not-ended = 项目年度于 { $ends } 结束：此后才能结转
fault-refusal-member-frozen = { $member } 已被冻结，不能付出款项
fault-refusal-occurred-ahead = 发生日期晚于签名日期 { $signed }
fault-refusal-period-closed = 账目已结至 { $through }：请写明“late yes”，并由两人签名
fault-refusal-signers-too-few = { $member } 有 { $found } 人签名，需要 { $wanted } 人
fault-refusal-cited-unknown = 本账本中没有条目 { $identity }
fault-refusal-node-unknown = 本账本中没有资金来源 { $node }
fault-refusal-time-before-cited = 签名时间比所引条目的时间 { $cited } 早 10 分钟以上
fault-refusal-node-foreign = 这笔资金由 { $holder } 持有
fault-refusal-sources-differ = 各来源之和为 { $sum }，不等于金额
fault-refusal-beyond-contested = 有争议的只有 { $contested }
fault-refusal-beyond-node = 资金来源 { $node } 只有 { $held }
fault-refusal-beyond-open = 这笔收付尚未了结的只有 { $open }
fault-refusal-beyond-received = 所收款项中可以收回的只有 { $available }
fault-refusal-beyond-missing = 这笔收付缺失的只有 { $missing }
fault-refusal-beyond-spent = 从该来源支出的只有 { $spent }
fault-refusal-beyond-appropriated = 拨款只有 { $appropriated }
fault-refusal-beyond-tolerance = 这笔收付的手续费最多还能记 { $tolerated }
fault-refusal-parent-not-above = 上级 { $parent } 不在该成员之上的层级
fault-refusal-votes-missing = { $of } 个控制方中有 { $yes } 个赞成，须超过半数
fault-refusal-key-id-taken = 该名下已有编号为 { $id } 的密钥
fault-refusal-role-unfilled = “{ $role }”权限将无人担任
fault-refusal-rules-unknown = 此处不认识规则版本 { $version }：需要更新的规则

# Sending entries, and what hangs on them
fault-submit-key-reserved = 该密钥属于见证方 { $witness }：请登记另一把
fault-submit-busy = 排队已满：请在 { $seconds } 秒后重新发送
fault-submit-failed = 没有写入任何内容，请重新发送：{ $error }
fault-submit-stopped = 服务器正在停止：请稍后重新发送
fault-client-unreachable = { $server } 没有答复：{ $error }
fault-client-declined = { $title }（{ $code }）
fault-client-unreadable = 服务器的答复无法读取：{ $error }
fault-draw-too-little = 可用于此的结存只有 { $held } 个最小货币单位，需要 { $wanted } 个
fault-draw-too-scattered = 需要用到 { $max } 个以上的资金来源：还差 { $left } 个最小货币单位
fault-document-missing = 没有附件 { $document }
fault-document-differs = 附件 { $document } 的文件与条目所写的不同
fault-document-too-large = 附件过大
fault-document-kind = 附件不是 JPEG、PNG、WebP 或 PDF
fault-document-broken = 附件无法读取
fault-sheet-too-large = 表格过大
fault-sheet-too-many-rows = 表格行数过多
fault-sheet-unreadable = 表格无法读取
fault-sheet-empty = 表格为空
fault-sheet-column = 表格中“{ $column }”列缺失或不止一个

# The server, its log, a mirror, a witness
fault-serve-in-use = { $address } 已被占用：另一个程序正在该处监听；请停止它，或用 --listen 选择其他地址
fault-serve-bind = 无法在 { $address } 上监听：{ $error }
fault-serve-stop = 停止时出错：{ $error }
fault-log-shorter = 账本有 { $entries } 个条目，而 { $kept } 中保存着已签署的 { $published } 个条目的检查点：可能放回了账本的旧状态，或这是另一账本的检查点
fault-log-other-history = 账本的前 { $size } 个条目与 { $kept } 中保存的已签署检查点不符：得出的根不同，说明已被换成另一种历史
fault-log-kept = { $kept }：不是本日志以其密钥签署的检查点：{ $reason }
fault-log-other-key = 创立条目写明的日志密钥与所给的密钥不同
fault-log-witness-key = 见证方 { $witness } 用的是{ $whose }的密钥：见证方须有自己的密钥
fault-log-other-tile = { $path }：该瓦片由账本现有条目以外的条目生成
fault-log-inconsistent = 有 { $size } 个条目的树没有延续已签署的有 { $signed } 个条目的树：{ $reason }
fault-log-entry-missing = 第 { $index } 条无法读取
fault-log-not-empty = { $path } 不是空文件夹
fault-log-bundle = 条目包无法写入：{ $error }
fault-log-disk-full = 磁盘已满：腾出空间之前，不再发布新的内容
fault-mirror-no-key = 无法取得日志的公钥：{ $why }
fault-mirror-other-log = 该文件夹保存的是日志 { $kept }，而不是 { $named }
fault-mirror-own-key = 镜像的密钥就是日志的密钥：镜像须有自己的密钥
fault-mirror-stuck = { $what }（{ $code }）
fault-witness-held = { $path }：另一个见证程序正在使用该文件夹
fault-witness-memory = { $path }：不是本见证方会签过的检查点：{ $reason }
fault-witness-no-log = 没有写明日志
fault-witness-log-key-kind = { $log } 的密钥不是日志所用的类型 01（Ed25519）
fault-witness-own-key = 见证方的密钥就是日志 { $log } 的密钥：见证方须有自己的密钥

# Sums that a store holds otherwise than the entries say; a term is called as the API spells it
fault-tally-differs = { $programme } 的合计（{ $whose }，{ $month }）：{ $term } 按条目应为 { $recomputed }，库中为 { $stored }
fault-all-months = 全部月份
fault-sum-differs = { $row }：{ $term } 按条目应为 { $recomputed }，库中为 { $stored }
fault-sum-flow = { $programme } 中 { $payer } 拨给 { $payee } 的资金
fault-sum-arrivals = { $programme } 的到账情况（{ $whose }）
fault-sum-findings = { $programme } 中涉及 { $member } 的待核事项 { $code }
fault-sum-findings-all = { $programme } 中的全部待核事项 { $code }
fault-whose-programme = 整个项目
fault-whose-member = 成员 { $member }
fault-whose-tier = 第 { $tier } 级
fault-whose-region = 地区 { $region }

/** What a text is about, a text that a person should see, and one like it that nobody should be bothered with. */
export interface MinimalPair {
  readonly about: string;
  readonly category: string;
  readonly held: string;
  readonly clear: string;
}

const pair = (category: string, about: string, held: string, clear: string): MinimalPair => ({ about, category, held, clear });

/** Written for this project: pairs that differ in stance or target, not in vocabulary. */
export const MINIMAL_PAIRS: readonly MinimalPair[] = [
  pair('incivility.insult', 'an insult, and a report of it', '你就是个没用的废物，趁早滚出这个论坛。', '他当着全班骂我“没用的废物”，我告诉了班主任。'),
  pair('incivility.insult', 'an insult, and self-mockery', '您这脑子是被门夹了吧，连这么简单的题都做错。', '我这脑子是被门夹了吧，把盐当成糖放了两勺。'),
  pair('incivility.insult', 'an insult, and literature', '楼上的，你这个衣冠禽兽也好意思谈孝心？', '戏里老生指着县令唱道“你这衣冠禽兽”，满场叫好。'),
  pair('incivility.insult', 'an insult by idiom, and an idiom', '博主真是狗改不了吃屎，又来骗流量。', '老话说狗改不了吃屎，其实讲的是习惯难改，心理课上老师拿它当例子。'),
  pair('incivility.insult', 'a cloaked insult, and innocent letters', '写这文的就是个傻*逼，别出来丢脸了', '电脑课上老师让我们敲 s 和 b，练左右手配合。'),
  pair('incivility.insult', 'abuse of an author, and criticism of the text', '作者你这蠢驴，写的什么破玩意，回家种地去吧。', '作者这篇写得太水，数据没有出处，论点也站不住，建议重写。'),
  pair('incivility.insult', 'abuse of a clerk, and criticism of a service', '窗口那个胖女人就是头蠢猪，活该一辈子坐柜台。', '窗口办事太慢，一上午只叫了六个号，希望增加人手。'),
  pair('incivility.insult', 'a curse, and sorrow', '这种人早晚不得好死，我等着给他送花圈。', '听说老邻居走了，我等着天亮去给他送花圈。'),
  pair('incivility.insult', 'an insult, and dissuasion', '一群没脑子的东西，全家都是文盲吧。', '有话好好说，别动不动就骂人家没脑子，伤人。'),
  pair('incivility.threat', 'a threat, and news of one', '你要是再举报我，我就找人砸了你的店。', '男子扬言“再举报就砸了你的店”，警方依法对其行政拘留五日。'),
  pair('incivility.threat', 'a threat, and a complaint', '明天下班别走，我带人来打断你的腿。', '明天下班前不给答复，我就带着合同去消协投诉。'),
  pair('incivility.threat', 'knowing a home, and neighbourliness', '我知道你家住几号楼，不想出事就把帖子删了，后果自负。', '我知道你家住几号楼，晚上把煮好的饺子给你送去。'),
  pair('incivility.harassment', 'a call to dox, and a plea against it', '人肉这个司机，把他的住址和电话贴出来。', '千万别人肉这个司机，贴别人的住址和电话是违法的。'),
  pair('incivility.harassment', 'a pile-on, and a call to clean', '都去她主页刷屏，骂到她关评论为止，谁不来谁孬种。', '都来江边捡烟头，捡到天黑为止，谁来谁领手套。'),
  pair('incivility.harassment', 'turning up at a door, and a visit', '兄弟们一起去他单位堵门，让他长长记性。', '兄弟们一起去他单位帮忙搬书，记得戴手套。'),
  pair('incivility.harassment', 'a demand to expose, and a demand to account', '谁有那个老师的手机号，扒出来大家轮流去骂。', '请学校公布调查结果，那位老师的处理意见应当公开。'),
  pair('incivility.hatred', 'contempt for a region, and a denial', '岗西村的人都手脚不干净，见着就该撵走。', '有人说岗西村的人手脚不干净，我在那儿借宿三年，门从没锁过，这是偏见。'),
  pair('incivility.hatred', 'contempt for women, and a protest', '女人懂什么机器，回家做饭去吧。', '“女人懂什么机器”，这种话我听了二十年，现在车间的图纸都由我签字。'),
  pair('incivility.hatred', 'contempt for the disabled, and a service', '瞎子就不该出门，占着盲道碍眼。', '盲道上停满了车，盲人出门要绕着走，建议清理。'),
  pair('incivility.hatred', 'contempt for work, and respect', '送快递的就是下等人，别和我们坐一起。', '送快递的小马每天爬三十栋楼，我们给他留了一把椅子。'),
  pair('incivility.obscenity', 'a proposition, and a clinic', '美女身材真好，今晚陪哥睡一晚，价钱好说。', '睡一晚医院的陪护床要多少钱？护士说今晚免费。'),
  pair('incivility.obscenity', 'a demand for pictures, and a report', '妹子发张没穿的照片给哥哥看看呗。', '有人私信我女儿“发张没穿的照片”，我截图报警了。'),

  pair('superstition.divination', 'divination for money, and a debunking', '专业批八字，一次一百六十八元，加微信排单。', '花一百六十八元批八字？同一个生辰我问了三家，说法都不一样，纯属骗钱。'),
  pair('superstition.divination', 'divination for money, and scholarship', '周易六爻预测事业婚姻，单次99，私聊下单。', '学者在讲座里说，周易六爻的体系形成于汉代，入场免费。'),
  pair('superstition.divination', 'naming to avert disaster, and naming', '孩子命里缺水，大师改名消灾，六百六一个，先付定金。', '孩子出生在雨天，我们给他取名“小雨”，上户口时没花一分钱。'),
  pair('superstition.divination', 'drawing in, and small talk', '最近感情不顺的，加我微信，老师免费给你看桃花运。', '室友说我今年桃花运旺，结果桃花没来，桃子吃了一箱。'),
  pair('superstition.divination', 'lottery numbers by oracle, and lottery news', '祖师爷托梦给的号码，今晚必中，一组五十元，要的进群。', '今晚开奖，一等奖两注，其中一注出在我们县，奖金已捐出一部分。'),
  pair('superstition.divination', 'a master to contact, and a doctor', '我家的难关全靠慧缘大师化解，想找他的私我要微信。', '我家的难关全靠县医院的大夫，想挂号的走官方小程序。'),
  pair('superstition.ritual', 'a charm for sale, and a souvenir', '道长亲自加持的平安符，一张八十八，挂车上保平安，下单送红绳。', '庙会上奶奶给我买了个平安符，挂在书包上，红红的很好看。'),
  pair('superstition.ritual', 'opened-light beads, and a refund', '开光手串限时特价二百九十九，戴上三天转运，手慢无。', '妈妈被忽悠买了二百九十九的开光手串，我们找到市场监管，钱退回来了。'),
  pair('superstition.ritual', 'exorcism for money, and a doctor', '孩子中邪别怕，师父上门驱邪一次两千八，当晚见效。', '孩子半夜惊哭，老人说是中邪，去儿科一查是缺觉，调整作息就好了。'),
  pair('superstition.ritual', 'rites by proxy, and a custom', '清明代烧纸扎，一套三百六，视频为证，要的私聊报名。', '清明我们给爷爷的坟添了新土，献了花，孩子们一人念了一首诗。'),
  pair('superstition.ritual', 'blessings for gifts, and a broadcast', '直播间刷一个火箭，大师当场念名字保平安。', '直播间今晚教剪窗花，不用刷礼物，准备一张红纸就行。'),
  pair('superstition.ritual', 'feng shui for money, and architecture', '罗盘师傅上门看风水，破煞布局一次三千，旺财旺丁。', '老师带我们测了四合院的日照角，所谓风水，说到底是采光和避风。'),
  pair('superstition.ritual', 'feng shui for money, and criticism of office', '办公室旺位布局，大师亲临，一次八千八，升职就靠它，预约从速。', '花公款请人看办公室朝向，这样的作风不该只是一句检讨，请公开账目。'),
  pair('superstition.chain', 'a curse letter, and an appeal', '收到马上转给十个好友，不转的人一个月内必走霉运。', '请马上转给身边的人：小区东门走失一位老人，穿蓝色棉袄，见到请拨110。'),
  pair('superstition.chain', 'a curse letter, and a debunking', '看完不转，家人三日内必有血光之灾，转了就能化解。', '“看完不转必有血光之灾”，群里谁再发这种吓唬人的话，管理员直接移出。'),
  pair('superstition.cure', 'a miracle cure, and a warning', '祖传神水，喝满三十天糖尿病断根，胰岛素可以停，一瓶二百。', '警方查处一家卖“神水”的窝点，所谓喝三十天糖尿病断根，其实就是自来水加糖精。'),
  pair('superstition.cure', 'remote healing, and advice', '大师隔空发功治肿瘤，不开刀不吃药，一个疗程六千元。', '医生说肿瘤治疗要听专科的，吃药开刀别自己拿主意。'),
  pair('superstition.cure', 'telling people off medicine, and health advice', '高血压别吃西药了，停药喝我这偏方，半个月就好，加微信发方子。', '高血压患者不要自行停药，头晕先量血压，再去社区医院问医生。'),

  pair('deception.fraud', 'a brushing scam, and a warning', '在家点赞就能赚钱，一单十元日结，先垫付后返现，扫码进群。', '反诈志愿者提醒：凡是让你先垫付的点赞兼职，全是骗局。'),
  pair('deception.fraud', 'an investment lure, and education', '跟着王老师内部消息买股，保本翻倍，名额二十个，加群领牛股。', '社区金融课讲了什么叫“保本翻倍”的陷阱，大家听得直点头。'),
  pair('deception.fraud', 'a prize hook, and a prize', '恭喜您中奖获得冰箱一台，请点击链接填写银行卡并缴纳手续费。', '读书会抽奖，小林得了一台旧收音机，当场拧开就响。'),
  pair('deception.fraud', 'forged papers, and papers', '专业办证，毕业证驾驶证都能做，当天拿证，可验可查，加微信。', '驾驶证到期怎么换？带上身份证和体检表，到车管所窗口当天办好。'),
  pair('deception.spam', 'goods pushed under an article, and a charity sale', '写得真好！顺便推荐自家蜂蜜，原价九十八，今天买二送一，点头像下单，库存不多。', '周六义卖自家蜂蜜，一瓶三十元，收入全部捐给助学项目，账目会公示。'),
  pair('deception.spam', 'gambling, and a crackdown', '真人百家乐，注册送彩金，首存返水，加微信领邀请码。', '警方打掉一个网络百家乐赌博平台，抓获代理二十余人。'),
];

/** Kinds of post that nothing may hold: opinion, belief, custom, art, illness, slang, appeals. */
export const NEVER_HELD: readonly string[] = [
  '县里这条路修了三年还没通车，主管领导该给群众一个说法。',
  '这个平台的审核太死板，我的稿子压了八天没人理，管理员请回复。',
  '镇长在会上说一套，背后做一套，这种作风必须改。',
  '我不同意这位评论员的看法，通篇没有一个事实。',
  '售后推来推去，退款等了一个月，差评，建议大家绕行。',
  '今天听阿訇讲邻里相处，又去隔壁教堂帮忙扫雪。',
  '寺里腊八施粥，免费，路过的都能喝一碗。',
  '正月十五扭秧歌，踩高跷的队伍从东街排到西街。',
  '这事八字还没一撇，先别往外说。',
  '我靠，这雾凇也太好看了吧！',
  '他妈妈每天五点起来给环卫工煮粥。',
  '废物利用，我把旧轮胎做成了花盆。',
  '智力障碍儿童的康复课每周三开，家长可以陪着。',
  '今晚必须把对面打得找不着北，兄弟们加油！',
  '《白痴》这部小说我读了两遍，主人公其实最善良。',
  '转运中心昨天处理了十二万件快递。',
  '社区排队做核酸的时候，他给老人让了位。',
  '网友收集了骗子的常用话：“不转不是中国人”“先交公证费”，提醒老人别上当。',
  '大师说我今年必有横财，我在沙发缝里找到五毛钱。',
  '你个小馋猫，又偷吃奶奶的冻梨。',
  '垃圾分类站旁边堆了一地，希望物业清理一下。',
  '昨晚我说话太冲，骂了人，郑重道歉。',
];

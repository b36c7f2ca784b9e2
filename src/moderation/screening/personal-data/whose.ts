/** Whose a number, an account or an address is, as far as the words around it say. */
export type Owner = 'OTHER' | 'PERSON' | 'ENQUIRIES' | 'ORGANISATION' | 'THING';

/** How far around a number words count, in units. */
const BEFORE = 24;
const AFTER = 10;

/** Numbers of things: an order, a parcel, a file. */
const THING = /(?:订单|单号|工单|运单|快递单|流水|编号|货号|型号|批号|案号|文号|序列号|条形码|条码|证书号|备案|许可证|税号|信用代码|发票|合同号|票号|房号|车次|航班|学号|准考证|股票|代码|isbn|issn|no\.|id)[号码是为:：\s]{0,4}$/;
/** Words that say that it is somebody else's, who may not know. */
const OTHER = /(?:他|她|此人|这人|这个人|那人|这女的|这男的|那女的|那男的|楼主|小编|作者|博主|买家|卖家|老赖|肇事者|小三|渣男|渣女|前男友|前女友|前夫|前妻|婆婆|房东|业主|女司机|司机|邻居|同事|同学|老师|班主任|医生|领导)(?:本人|家|家里|老婆|老公|父母|爸|妈)?的?(?:私人|个人)?[^，。；,;!?！？\n]{0,4}?(?:电话|手机|手机号|号码|身份证|身份证号|银行卡|卡号|住址|地址|微信|微信号|qq|qq号|邮箱|车牌|车牌号|车号|号)?[号码是为在:：\s]{0,4}$/;
/** Words of offices, whose lines are published on purpose. */
const ORGANISATION =
  /(?:办公室|办公电话|办公地址|单位|公司|委员会|居委会|村委会|街道办|社区|派出所|公安局|民政局|文明办|宣传部|医院|卫生院|学校|校办|幼儿园|图书馆|博物馆|文化馆|物业|服务站|服务中心|服务台|工作站|志愿队|志愿服务队|志愿者协会|协会|学会|基金会|慈善总会|红十字会|编辑部|报社|电视台|电台|售票处|窗口|前台|值班室|门诊|客服|总机|官方|热线|传真|监督电话|举报电话|投诉电话|值班电话|救助站|合作社|旅行社|餐厅|饭店|旅馆|民宿)/;
/** Words that say that it is given for being used: for enrolling, enquiries, finding somebody. */
const ENQUIRIES = /(?:电话|咨询|报名|联系|联系人|预约|服务|举报|投诉|拨打|致电|值班|请联系|见到|寻|认领|失主|投稿|征稿|来稿|邮箱|订购|求助)[^\d]{0,16}$/;
/** Said of whoever can be asked: 报名请找王老师 gives her number on purpose. */
const ASKED = /(?:报名|咨询|预约|联系人|请联系|请找)/;
const UNASKED = /他|她|此人|这人|这个人|这女的|这男的|那女的|那男的|渣|小三|老赖|肇事/;
const PERSON_WORD = /(?:手机|手机号|私人电话|个人电话|身份证|我的)[^，。；,;\n]{0,4}$/;

/**
 * Reads the words around a number. Only a window of fixed size is read, so the cost of a text is linear whatever it says.
 * @param text with plain signs, every unit in its place
 */
export function whose(text: string, start: number, end: number): Owner {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (THING.test(before) && !/身份证|银行卡/.test(before)) return 'THING';
  const clause = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'), before.lastIndexOf('!')) + 1);
  if (OTHER.test(clause)) return ASKED.test(clause) && !UNASKED.test(clause) ? 'ENQUIRIES' : 'OTHER';
  const after = text.slice(end, end + AFTER).split(/[。\n]/, 1)[0] ?? '';
  if (!PERSON_WORD.test(clause) && (ORGANISATION.test(clause) || /^\s?[(（](?:办公室|单位|公司|总机|值班|前台|客服|物业|社区|编辑部|窗口)/.test(after))) return 'ORGANISATION';
  return ENQUIRIES.test(clause) ? 'ENQUIRIES' : 'PERSON';
}

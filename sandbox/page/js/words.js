// The page's own words in both languages, and the one place that knows which language is on.

const PAIRS = {
  skip: ["跳到手机", "Skip to the phones"],
  ten_minutes: ["+10分", "+10 min"],
  hour: ["+1小时", "+1 h"],
  day: ["+1天", "+1 day"],
  to_next: ["拨到下一件事", "To the next thing"],
  no_next: ["眼下没有要到点的事", "Nothing is due"],
  clock: ["拨时钟", "Move the clock"],
  rest: ["拨得更远、拔插头、重来、换语言", "Move it further, unplug, start over, language"],
  again: ["重来", "Start over"],
  again_why: ["从头再来一遍", "Back to the beginning"],
  plug: ["拔插头", "Unplug"],
  plug_why: ["把机器人的进程杀掉再起来，看丢不丢话", "Kill the bot's process and start it again: is anything lost?"],
  other_language: ["EN", "中"],
  other_language_why: ["Switch to English", "换成中文"],
  happened: ["刚刚发生", "What just happened"],
  nothing_yet: ["还没有事。", "Nothing yet."],
  pockets: ["别人的手机", "Other phones"],
  chats: ["谁的手机", "Whose phone"],
  phone_of: ["{name}的手机", "{name}'s phone"],
  unread: ["{n}条未读", "{n} unread"],
  resident: ["居民", "resident"],
  member: ["委员", "member"],
  deputy: ["搭档", "deputy"],
  desk: ["协调员", "desk"],
  somebody: ["", ""],
  bot: ["机器人", "bot"],
  typing: ["正在输入…", "typing…"],
  down: ["掉线了", "down"],
  starting: ["正在起来…", "starting…"],
  plug_down: ["插头拔了，机器人没了。您照样说话，话会留着。", "Unplugged: the bot is gone. Go on writing; nothing will be lost."],
  plug_starting: ["正在起来，从停下的地方接着办…", "Starting again, from where it stopped…"],
  plug_up: ["回来了，一句没丢。", "Back again; nothing was lost."],
  lost: ["断线了，正在重连…", "The line dropped; reconnecting…"],
  lost_long: ["还是连不上。请看看启动它的那个窗口是不是还开着；它一回来，这里自己接上。", "Still no line. Is the window it was started from still open? As soon as it is back, this page goes on by itself."],
  found: ["又连上了。", "Connected again."],
  busy: ["正忙，没送出去。请再试一次。", "Busy; that did not go through. Please try again."],
  refused: ["没送出去：{why}", "That did not go through: {why}"],
  absent: ["这里没有这个开关。", "This switch is not available here."],
  message: ["说点什么", "Message"],
  send: ["发送", "Send"],
  hold: ["按住说话", "Hold to speak"],
  voice_which: ["说哪一句？松手就发", "Which one? Let go to send"],
  attach: ["照片、文件、位置", "Photo, file, place"],
  show_keys: ["显示大按键", "Show the big keys"],
  hide_keys: ["收起大按键", "Hide the big keys"],
  start: ["开始", "Start"],
  photos: ["照片", "Photos"],
  photo_n: ["第{n}张照片", "Photo {n}"],
  photos_which: ["选一张，或选几张", "Pick one, or several"],
  caption: ["配一句话（可以不写）", "A line with it (optional)"],
  send_n: ["发送{n}张", "Send {n}"],
  video: ["视频", "Video"],
  location: ["位置", "Location"],
  venue: ["地点", "Venue"],
  scan: ["扫一扫", "Scan"],
  poster: ["海报", "Poster"],
  poster_which: ["扫哪一张海报？", "Which poster?"],
  where: ["点一下地图，或用方向键挪", "Tap the map, or move with the arrow keys"],
  send_place: ["发送这个位置", "Send this location"],
  near: ["{name}旁边", "near {name}"],
  share_place: ["把您的位置给小板凳？", "Share your location with Little Bench?"],
  share_place_why: ["它用来知道坏了的东西在哪儿。", "It is used to know where the trouble is."],
  share_phone: ["把您的电话给小板凳？", "Share your number with Little Bench?"],
  share_phone_why: ["只有您点了，它才看得到。", "It sees the number only if you say so."],
  allow: ["给", "Share"],
  refuse: ["不给", "Not now"],
  cancel: ["取消", "Cancel"],
  close: ["关上", "Close"],
  ok: ["知道了", "OK"],
  reply: ["回复", "Reply"],
  edit: ["改", "Edit"],
  editing: ["改这句话", "Edit this message"],
  replying: ["回复", "Reply to"],
  edited: ["改过", "edited"],
  silent: ["没响铃", "silent"],
  protected: ["不能转发", "cannot be forwarded"],
  forwarded: ["转自 {name}", "Forwarded from {name}"],
  forward: ["转发", "Forward"],
  forward_to: ["转发给谁？", "Forward to whom?"],
  copy: ["复制", "Copy"],
  save: ["存下来", "Save"],
  open_link: ["打开链接", "Open a link"],
  link_paste: ["把海报或邀请上的链接贴在这里", "Paste the link from a poster or an invitation"],
  link_none: ["这不是 t.me 链接", "That is no t.me link"],
  link_other: ["这个链接是 @{bot} 的，这里是 @{own}", "This link opens @{bot}; here lives @{own}"],
  open: ["打开", "Open"],
  add_person: ["加一个人", "Add somebody"],
  add_why: ["每个人一部手机，一个新的 Telegram 账号。同一个名字总是同一个账号。", "Everybody gets a telephone and a fresh Telegram account. The same name is always the same account."],
  nobody: ["这里还没有人。加一个人，就有了一部手机。", "Nobody is here yet. Add somebody, and there is a telephone."],
  person_name: ["叫什么", "Name"],
  person_link: ["手里的链接（可以不填）", "A link they were given (optional)"],
  gone: ["原话不在了", "The original is gone"],
  play: ["播放{n}秒语音", "Play {n} seconds of voice"],
  pause: ["停一下", "Pause"],
  copied: ["抄下来了", "Copied"],
  photo: ["照片", "Photo"],
  voice: ["语音", "Voice"],
  document: ["文件", "File"],
  contact: ["名片", "Contact"],
  sticker: ["表情", "Sticker"],
  to_end: ["到最新一句", "To the latest"],
  blocked: ["已拉黑机器人", "Bot blocked"],
  try: ["试试看", "Try this"],
  poster_title: ["小板凳", "Little Bench"],
  poster_sub: ["居民说事点", "residents' talk point"],
  step_scan: ["扫一扫", "Scan"],
  step_start: ["点「开始」", "Tap “Start”"],
  step_speak: ["按住说话", "Hold to speak"],
  no_phone: ["不会用？打电话", "Or ring"],
  coach_scan: ["{name}在{place}。替她扫一扫海报。", "{name} is at {place}. Scan the poster for her."],
  coach_send: ["话已经写好了，点发送。", "The line is written. Tap send."],
  coach_hand: ["看看记得对不对，再点一下就交。", "Check what it wrote; one tap hands it in."],
  coach_wait: ["接着说就行。", "Just go on."],
  coach_ring: ["{name}的手机响了，去她那边点一下。", "{name}'s phone is ringing. Answer there with one tap."],
  coach_alone: ["加个人，打开海报或邀请上的链接，就像在 Telegram 里一样。", "Add somebody, open a link from a poster or an invitation: as in Telegram."],
  coach_free: ["往后随您：拨时钟，拔插头，换个人。", "Now as you like: move the clock, pull the plug, be someone else."],
};

let index = 0;

export const language = () => (index === 0 ? "zh" : "en");

/** One of the page's sentences in the language that is on; {name} is filled from values. */
export function say(key, values = {}) {
  return PAIRS[key][index].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** The side of a {"zh", "en"} pair that is on; a plain string stays itself. */
export const pick = (pair) => (typeof pair === "string" ? pair : (pair?.[language()] ?? pair?.zh ?? ""));

/** Switches the page's words; elements marked with data-word, data-word-label or data-word-hint follow. */
export function speak(wanted) {
  index = wanted === "en" ? 1 : 0;
  document.documentElement.lang = index ? "en" : "zh-CN";
  translate(document);
}

export function translate(root) {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of root.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordLabel));
    if (element.title) element.title = say(element.dataset.wordLabel);
  }
  for (const element of root.querySelectorAll("[data-word-hint]")) element.title = say(element.dataset.wordHint);
  for (const element of root.querySelectorAll("[data-word-empty]")) element.placeholder = say(element.dataset.wordEmpty);
}

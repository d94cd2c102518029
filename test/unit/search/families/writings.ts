/** Of each: writings that must find each other, and what none of them may find nor be found by. */
export const WRITINGS: readonly (readonly [same: readonly string[], others: readonly string[]])[] = [
  [
    ['46,7', '46.7', '46,70'],
    ['467', '46', '7', '4,67'],
  ],
  [
    ['300 000', '300000', '300,000', '300\u00a0000', '300\u202f000', '300.000', '300’000'],
    ['300', '000', '30000'],
  ],
  [
    ['1 234 567,89', '1,234,567.89', '1.234.567,89', '1234567.89'],
    ['1234567', '89'],
  ],
  [
    ['0,125', '0.125'],
    ['125', '0'],
  ],
  [
    ['3.141', '3.1410'],
    ['3', '141', '3141'],
  ],
  [
    ['10x', '10×', '10,0x'],
    ['10', 'x'],
  ],
  [
    ['2,5x', '2.5×'],
    ['2.5', '25x'],
  ],
  [['１２３', '123'], ['12']],
  [['m²', 'm2'], ['m']],
  [
    ['15 %', '15%', '15\u202f%'],
    ['1', '5'],
  ],
  [['porte-parole', 'porte parole', 'porte‑parole', 'porte–parole'], ['porteparole']],
  [['semi-conducteurs', 'semi conducteurs'], ['semestre']],
  [
    ['GPT-4', 'gpt 4', 'GPT‑4'],
    ['GTP', '4o'],
  ],
  [
    ['U.S.', 'US', 'u.s'],
    ['U', 'S', 'USA'],
  ],
  [['œuvre', 'oeuvre', 'Œuvre', 'ŒUVRE'], ['uvre']],
  [['ex æquo', 'ex aequo'], ['equo']],
  [['ﬁn', 'fin'], ['n']],
  [['Straße', 'strasse', 'STRASSE'], ['strase']],
  [['Łódź', 'lodz'], ['odz']],
  [["l'exportation", 'l’exportation', 'lʼexportation', 'l＇exportation', 'exportation'], ['lexportation']],
  [["d'abord", 'd’abord', 'abord'], ['dabord']],
  [["qu'il", 'qu’il', 'il'], ['quil']],
  [["jusqu'ici", 'jusqu’ici', 'ici'], ['jusquici']],
  [["lorsqu'elle", 'lorsqu’elle', 'elle'], ['lorsquelle']],
  [["puisqu'on", 'puisqu’on'], ['puisquon']],
  [["quoiqu'on", 'quoiqu’on'], ['quoiquon']],
  [
    ["aujourd'hui", 'aujourd’hui', 'AUJOURD’HUI'],
    ['hui', 'jour'],
  ],
  [["presqu'île", 'presqu’île', 'presqu’ile'], ['île']],
  [["Nvidia's", 'Nvidia’s', 'nvidia'], ['nvidias2']],
  [
    ['exportation', 'expor\u00adtation'],
    ['expor', 'tation'],
  ],
  [['E\u0301tat', 'État', 'etat', 'ÉTAT'], ['tat']],
  [['ÅNGSTRÖM', 'angstrom'], ['strom']],
  [['ﾀﾜｰ', 'タワー'], ['パワー']],
  [['ｶﾞｽ', 'ガス'], ['カス']],
  [['москва', 'Москва'], ['моск']],
  [['Αθήνα', 'αθηνα'], ['θηνα']],
];

/** Scripts without spaces: the word typed is found in the sentence written, and the other word is not. */
export const UNSPACED: readonly (readonly [typed: string, written: string, other: string])[] = [
  ['出口', '美国放宽半导体出口管制', '进口'],
  ['半导体', '美国放宽半导体出口管制', '导弹'],
  ['中国', '中国政府表示欢迎', '国会'],
  ['東京', '東京に行きました', '京都'],
  ['タワー', 'このタワーは高い', 'パワー'],
  ['政府', '日本政府は輸出規制を発表した', '府民'],
  ['輸出', '日本政府は輸出規制を発表した', '輸入'],
];

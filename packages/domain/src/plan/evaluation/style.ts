const light = `
--paper:#faf8f3;--surface:#fff;--ink:#1f1d1a;--soft:#5d574d;--line:#e0d9cc;--accent:#23485f;--wash:#f1ece2;
--met:#1d7048;--onTheWay:#2a5f9e;--late:#8f5200;--notMet:#a8261f;--noEvidence:#5d574d;--unknown:#6b4591;--notApplicable:#6b655b;
--on-solid:#fff;--hatch:#b4742a`;

const dark = `
--paper:#14171a;--surface:#1c2024;--ink:#ecebe6;--soft:#b3aea4;--line:#343a40;--accent:#9cc7e2;--wash:#23282d;
--met:#6cc798;--onTheWay:#83b4ea;--late:#e9ac57;--notMet:#f28d84;--noEvidence:#b3aea4;--unknown:#c5a3e6;--notApplicable:#a39e94;
--on-solid:#14171a;--hatch:#c48a3c`;

const page = `
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;overflow-wrap:break-word}
h1,h2,h3,.lead,.headline,.figure-number{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",Georgia,"Noto Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(2rem,1.4rem + 3vw,3.5rem);letter-spacing:-.015em;margin:.25rem 0 1rem}
h2{font-size:clamp(1.6rem,1.3rem + 1.2vw,2.15rem);letter-spacing:-.01em;margin:0 0 1rem}
h3{font-size:1.15rem;line-height:1.4;margin:.35rem 0 .5rem;text-wrap:pretty}
h4{font-size:.8125rem;font-weight:600;color:var(--soft);margin:0 0 .25rem}
p{margin:0 0 .75rem;text-wrap:pretty}
ul,ol,dl{margin:0;padding:0;list-style:none}dd{margin:0}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
main:focus{outline:none}
time{white-space:nowrap}
.note{color:var(--soft);font-size:.875rem;margin:0}
.code{font-variant-numeric:tabular-nums;font-weight:600;color:var(--soft)}
.skip{position:absolute;left:1rem;top:-6rem;z-index:2;background:var(--surface);padding:.75rem 1rem;border-radius:.5rem}
.skip:focus{top:1rem}
.definitions{position:absolute}
.masthead{background:var(--wash);border-bottom:1px solid var(--line)}
.masthead>div,.page,footer{max-width:76rem;margin:0 auto;padding-inline:clamp(1rem,4vw,3rem)}
.masthead>div{padding-block:clamp(2rem,6vw,4.5rem) clamp(1.5rem,4vw,3rem)}
.kicker{font-weight:600;color:var(--accent);margin:0}
.lead{font-size:1.35rem;font-weight:400;margin-bottom:.5rem}
.page{padding-block:2rem 3rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}
nav a{display:block;padding:.3rem 0;text-decoration:none;font-size:.9375rem;line-height:1.35}
nav a:hover{text-decoration:underline}
.chapter{padding-top:clamp(2.5rem,6vw,4rem);scroll-margin-top:0}
.chapter h2 .code{color:var(--accent);margin-right:.2em}
footer{border-top:1px solid var(--line);padding-block:2rem 4rem;color:var(--soft);font-size:.875rem}
footer p{max-width:44rem}
@media(min-width:62rem){
.page{display:grid;grid-template-columns:13rem minmax(0,48rem);gap:clamp(3rem,6vw,6rem);align-items:start;padding-top:3.5rem}
nav{position:sticky;top:2rem;max-height:calc(100vh - 4rem);overflow-y:auto}
nav ul{display:block;border-left:1px solid var(--line)}
nav a{padding:.3rem 0 .3rem 1rem}
.chapter:first-child{padding-top:0}}`;

const status = `
.met{--status:var(--met)}.onTheWay{--status:var(--onTheWay)}.late{--status:var(--late)}.notMet{--status:var(--notMet)}
.noEvidence{--status:var(--noEvidence)}.unknown{--status:var(--unknown)}.notApplicable{--status:var(--notApplicable)}
.solid{fill:var(--drawn,var(--status))}
.line{fill:none;stroke:var(--drawn,var(--status));stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.dashed{stroke-dasharray:2.6 2.6}
.cut{fill:none;stroke:var(--cut,var(--surface));stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
.symbol{flex:none;vertical-align:-.15em}
.badge,.roll{display:inline-flex;align-items:center;gap:.4rem;white-space:nowrap}
.badge{color:var(--status);font-weight:600;font-size:.9375rem}
.tag{border:1px solid var(--line);border-radius:1rem;padding:.05rem .7rem;color:var(--ink)}
.roll-up{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;align-items:center;color:var(--soft);font-size:.9375rem;margin-bottom:1.5rem}
.statuses{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(9rem,100%),1fr));gap:1.5rem 1.75rem;margin-top:1.5rem}
.statuses dt{display:flex;align-items:center;gap:.5rem;font-weight:600;color:var(--status)}
.figure-number{display:block}
.figure-number{font-size:2rem;font-variant-numeric:lining-nums tabular-nums}
.headline{font-size:1.5rem;font-weight:400;margin-bottom:1.25rem}
.attention li{display:grid;gap:.15rem 1.25rem;padding:.9rem 0;border-top:1px solid var(--line)}
.attention li:last-child{border-bottom:1px solid var(--line)}
.attention p{margin:0}.attention a{text-decoration:none;color:var(--ink)}.attention a:hover{text-decoration:underline}
@media(min-width:40rem){.attention li{grid-template-columns:8rem 1fr}}`;

const charts = `
.chart{display:block;overflow:visible;font-size:15px}
.chart text{fill:var(--ink)}
.chart .label{font-weight:600}.chart .code{fill:var(--accent)}
.chart .count{text-anchor:middle;font-size:13px;fill:var(--soft);font-variant-numeric:tabular-nums}
.segment{fill:var(--status);stroke:var(--paper);stroke-width:3}
.segment.late{fill:url(#hatch)}
.segment.noEvidence,.segment.unknown,.segment.notApplicable{fill:var(--wash);stroke:var(--status);stroke-width:1.3}
.segment.noEvidence{stroke-dasharray:3 3}
.inside{--drawn:var(--on-solid);--cut:var(--status)}
.inside.noEvidence,.inside.unknown,.inside.notApplicable{--drawn:var(--status)}
.hatch-ground{fill:var(--late)}.hatch-line{stroke:var(--hatch);stroke-width:2}
.coverages{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:2rem}
.coverages p{margin:0 0 .5rem}.coverages .what{font-weight:600;line-height:1.4}.what a{color:var(--ink);text-decoration-color:var(--soft)}
.coverages .chart{margin:.1rem 0 .35rem}.coverages .chart~p{margin:0}
.numbers{margin-top:1.5rem}
.scroll{overflow-x:auto;margin-top:.75rem}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);vertical-align:bottom;border-top:0;font-size:.8125rem}
tbody th{min-width:9rem}
thead th+th,td{text-align:right;font-variant-numeric:tabular-nums}`;

const articles = `
.commitment{padding:1.5rem 0;border-top:1px solid var(--line);scroll-margin-top:1rem}
.commitment:target{box-shadow:-.9rem 0 var(--paper),-1.1rem 0 var(--status)}
.head{display:flex;gap:.9rem;align-items:center;margin:0}
.commitment>*{max-width:42rem}
.why{margin-bottom:.75rem}
.facts{display:flex;flex-wrap:wrap;gap:.35rem 2.5rem;margin:.75rem 0;font-size:.9375rem}
.facts dt{font-size:.8125rem;color:var(--soft);font-weight:600}
.part{margin:.9rem 0}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--accent);font-size:.9375rem;padding:.2rem 0;width:fit-content}
details[open]>summary{margin-bottom:.5rem}
.lines{font-size:.9375rem;line-height:1.5}
.lines li{display:flex;gap:.6rem;padding:.15rem 0}.lines .symbol{margin-top:.28rem}.lines .lines{margin-top:.15rem}
.names{display:flex;flex-wrap:wrap;gap:.3rem .4rem;font-size:.9375rem}
.names li{background:var(--wash);border-radius:.35rem;padding:.1rem .6rem}
.decisions li+li{margin-top:.6rem}.decisions p{margin:0}
.evidence{font-size:.9375rem}
.evidence li{display:grid;gap:0 1.25rem;padding:.5rem 0;border-top:1px solid var(--line)}
.evidence p{margin:0}.evidence time{color:var(--soft)}
.amount{color:var(--soft)}
@media(min-width:34rem){.evidence li{grid-template-columns:11rem 1fr}}
.item{padding:1.25rem 0;border-top:1px solid var(--line)}
.item h4{margin-top:.75rem}
.steps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(8rem,100%),1fr));gap:.5rem 1rem;margin:.75rem 0;font-size:.9375rem}
.steps li{border-top:3px solid var(--met);padding-top:.3rem}.steps .ahead{border-top:3px dotted var(--line)}
.steps span{display:block;color:var(--soft);font-size:.8125rem;font-weight:600}
.ranked{list-style:decimal;padding-left:1.5rem;margin-bottom:.5rem}`;

const paper = `
@media print{
:root{color-scheme:light;${light.trim().replaceAll("\n", "")}}
@page{margin:18mm}
html{font-size:10.5pt;background:none}
nav,.skip{display:none}
.page{display:block;padding:0}.masthead{background:none}.masthead>div,footer{padding-inline:0}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{color:var(--soft);list-style:none}summary::-webkit-details-marker{display:none}
.commitment,.item,.coverages li,.attention li,.evidence li,tr{break-inside:avoid}
h2,h3,h4,.head{break-after:avoid}
.segment,.symbol,.names li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow:visible}}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}`;

/** The page's whole style: calm in the light and in the dark, from 320 pixels to wide, and on paper. */
export const style = `:root{color-scheme:light dark;${light.trim().replaceAll("\n", "")}}
@media(prefers-color-scheme:dark){:root{${dark.trim().replaceAll("\n", "")}}}${page}${status}${charts}${articles}${paper}
`;

import { letterSizes } from "./labels.ts";
import { grounds, ranked } from "./palette.ts";

const ranks = (colours: ReadonlyArray<string>): string =>
  colours.map((colour, rank) => `--rank-${rank}:${colour}`).join(";");

const light = `--paper:${grounds.light};--surface:#fff;--ink:#1f1d1a;--soft:#5d574d;--line:#e0d9cc;--accent:#23485f;--wash:#f1ece2;--edge:#6b655b;--faint-dark:none;--faint-light:var(--edge);${ranks(ranked.light)}`;
const dark = `--paper:${grounds.dark};--surface:#1c2024;--ink:#ecebe6;--soft:#b3aea4;--line:#343a40;--accent:#9cc7e2;--wash:#23282d;--edge:#a39e94;--faint-dark:var(--edge);--faint-light:none;${ranks(ranked.dark)}`;

const page = `
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;overflow-wrap:break-word}
h1,h2,.lead,.headline,.whole{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",Georgia,"Noto Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(2rem,1.4rem + 3vw,3.5rem);letter-spacing:-.015em;margin:.25rem 0 1rem}
h2{font-size:clamp(1.6rem,1.3rem + 1.2vw,2.15rem);letter-spacing:-.01em;margin:0 0 1rem}
h3{font-size:1.0625rem;font-weight:600;line-height:1.4;margin:1.5rem 0 .5rem;text-wrap:pretty}
p{margin:0 0 .75rem;text-wrap:pretty}
ul,ol,dl{margin:0;padding:0;list-style:none}dd{margin:0}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:3px}
main:focus{outline:none}
code{font-family:ui-monospace,"Cascadia Mono","Noto Sans Mono",Menlo,Consolas,monospace;font-size:.875em;overflow-wrap:anywhere}
.note{color:var(--soft);font-size:.875rem;margin:0 0 .75rem}
.headline{font-size:1.5rem;font-weight:400;margin-bottom:1.25rem}
.skip{position:absolute;left:1rem;top:-6rem;z-index:2;background:var(--surface);padding:.75rem 1rem;border-radius:.5rem}
.skip:focus{top:1rem}
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
footer{border-top:1px solid var(--line);padding-block:2rem 4rem;color:var(--soft);font-size:.875rem}
footer p{max-width:44rem}
@media(min-width:62rem){
.page{display:grid;grid-template-columns:13rem minmax(0,48rem);gap:clamp(3rem,6vw,6rem);align-items:start;padding-top:3.5rem}
nav{position:sticky;top:2rem;max-height:calc(100vh - 4rem);overflow-y:auto}
nav ul{display:block;border-left:1px solid var(--line)}
nav a{padding:.3rem 0 .3rem 1rem}
.chapter:first-child{padding-top:0}}`;

const tables = `
.scroll{overflow-x:auto;margin-top:.75rem;container-type:inline-size}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.4}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem;max-width:100cqi}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);vertical-align:bottom;border-top:0;font-size:.8125rem}
th:first-child{position:sticky;left:0;background:var(--paper)}
tbody th{min-width:5rem}
thead th+th,td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
details{margin:.5rem 0}
summary{cursor:pointer;color:var(--accent);font-size:.9375rem;padding:.2rem 0;width:fit-content}
details[open]>summary{margin-bottom:.5rem}
.numbers{margin-top:1.25rem}`;

const chart = `
.seat-chart{container-type:inline-size}
.hemicycle{display:block;font-size:${letterSizes.narrow}px;margin-bottom:.75rem}
.hemicycle text{fill:var(--ink);font-variant-numeric:lining-nums tabular-nums}
.hemicycle .name{font-weight:600}
.hemicycle .whole{font-size:60px}.hemicycle .whole,.hemicycle .unit{text-anchor:middle}.hemicycle .unit{fill:var(--soft)}
.roomy{display:none}
.dot{fill:var(--own)}
.hole{fill:var(--paper)}
.majority{fill:none;stroke:var(--ink);stroke-width:2;stroke-dasharray:5 4}
.own.faint-light .dot{stroke:var(--faint-light);stroke-width:1.2}.own.faint-dark .dot{stroke:var(--faint-dark);stroke-width:1.2}
.parties{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(7rem,100%),1fr));gap:.3rem 1.25rem;font-variant-numeric:tabular-nums}
.parties li{display:flex;gap:.5rem;align-items:baseline;min-width:0}
.party-name{font-weight:600;min-width:0;overflow-wrap:anywhere}
.swatch{flex:none;align-self:center}
${ranked.light.map((_, rank) => `.rank-${rank}{--own:var(--rank-${rank})}`).join("")}
@container(min-width:34rem){.hemicycle{font-size:${letterSizes.wide}px}.roomy{display:inline}}`;

const told = `
.told{border-top:1px solid var(--line);padding:.5rem 0;scroll-margin-top:1rem}
.told>h3,.told>summary h3{margin:0;font-size:1rem;display:inline}
.told>h3{display:block;margin:.2rem 0 .35rem}
.told>summary{padding:.25rem 0;width:auto;line-height:1.4}
.told .count{color:var(--soft);font-size:.875rem;white-space:nowrap;margin-left:.4rem}
.told ol{list-style:decimal;padding-left:2.9rem;font-size:.9375rem;line-height:1.5}
.told p{margin:0;font-size:.9375rem;line-height:1.5}
.told li{padding:.15rem 0;scroll-margin-top:1rem}
.told li::marker{color:var(--soft);font-variant-numeric:tabular-nums}
.told :target{background:var(--wash);box-shadow:0 0 0 .35rem var(--wash)}
.told details{margin:.15rem 0 .15rem 1rem}`;

const paper = `
@media print{
:root{color-scheme:light;${light}}
@page{margin:18mm}
html{font-size:10.5pt;background:none}
nav,.skip{display:none}
.page{display:block;padding:0}.masthead{background:none}.masthead>div,footer{padding-inline:0}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{color:var(--soft);list-style:none}summary::-webkit-details-marker{display:none}
.hemicycle,.parties li,tr,.told li{break-inside:avoid}
h2,h3,summary{break-after:avoid}
.dot{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow:visible}}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media(forced-colors:active){.dot{forced-color-adjust:none}}`;

/** The page's whole style: calm in the light and in the dark, from 320 pixels to wide, and on paper. */
export const style = `:root{color-scheme:light dark;${light}}
@media(prefers-color-scheme:dark){:root{${dark}}}${page}${tables}${chart}${told}${paper}
`;

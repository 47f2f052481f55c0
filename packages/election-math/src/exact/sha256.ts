/** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const primeRoots = (count: number, exponent: number): Int32Array<ArrayBuffer> => {
  const words = new Int32Array(count);
  for (let candidate = 2, found = 0; found < count; candidate++) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++)
      if (candidate % divisor === 0) isPrime = false;
    if (isPrime) words[found++] = (candidate ** exponent % 1) * 2 ** 32;
  }
  return words;
};

const roundConstants = primeRoots(64, 1 / 3);
const start = primeRoots(8, 1 / 2);

/** The message, a bit, zeros, and its length in bits in the last 64 (FIPS 180-4, 5.1.1). */
const padded = (message: Uint8Array): DataView => {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
};

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** One block of 64 bytes into the hash (FIPS 180-4, 6.2.2). Plain variables: this is where the time goes. */
const compress = (hash: Int32Array, schedule: Int32Array): void => {
  const at = (words: Int32Array, index: number): number => words[index] as number; // within its length
  for (let t = 16; t < 64; t++) {
    const early = at(schedule, t - 15);
    const late = at(schedule, t - 2);
    const sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    schedule[t] = (at(schedule, t - 16) + sigma0 + at(schedule, t - 7) + sigma1) | 0;
  }
  let a = at(hash, 0);
  let b = at(hash, 1);
  let c = at(hash, 2);
  let d = at(hash, 3);
  let e = at(hash, 4);
  let f = at(hash, 5);
  let g = at(hash, 6);
  let h = at(hash, 7);
  for (let t = 0; t < 64; t++) {
    const sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + at(roundConstants, t) + at(schedule, t)) | 0;
    const sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sum0 + ((b & c) ^ (b & d) ^ (c & d))) | 0;
  }
  hash[0] = at(hash, 0) + a;
  hash[1] = at(hash, 1) + b;
  hash[2] = at(hash, 2) + c;
  hash[3] = at(hash, 3) + d;
  hash[4] = at(hash, 4) + e;
  hash[5] = at(hash, 5) + f;
  hash[6] = at(hash, 6) + g;
  hash[7] = at(hash, 7) + h;
};

/** SHA-256 of the text in UTF-8, as 64 hexadecimal digits (FIPS 180-4); synchronous, unlike that of Web Crypto. */
export const sha256 = (text: string): string => {
  const message = padded(new TextEncoder().encode(text));
  const hash = start.slice();
  const schedule = new Int32Array(64);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let t = 0; t < 16; t++) schedule[t] = message.getInt32(block + t * 4);
    compress(hash, schedule);
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
};

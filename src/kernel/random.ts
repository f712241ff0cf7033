/**
 * Seeded random numbers: sfc32 (Chris Doty-Humphrey's small fast counting generator, 128 bits of
 * state), which showed no bias in M/M/1/K runs of 10^7 arrivals where xorshift32 did.
 *
 * Each purpose has its own stream, so that an extra draw for one purpose does not affect another: arrivals
 * stay the same whatever the consumers draw.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /**
   * @param seed any number; its whole 32-bit value is used
   * @param stream names the purpose; generators with the same seed but different streams are independent
   */
  constructor(seed: number, stream: string) {
    const hash = fnv1a(stream);
    this.a = seed | 0;
    this.b = hash;
    this.c = Math.floor(seed / 4294967296) | 0;
    // The first outputs still resemble the seed; 15 rounds mix it thoroughly.
    for (let i = 0; i < 15; i++) this.nextInt32();
  }

  /** Uniform in [0, 1), with 53 random bits. */
  nextDouble(): number {
    const high = this.nextInt32() >>> 5;
    const low = this.nextInt32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** Uniform among 0, 1, ... `bound` - 1. */
  nextInt(bound: number): number {
    return Math.floor(this.nextDouble() * bound);
  }

  /** Exponential with the given mean, in the mean's unit, by inverting the distribution function. */
  nextExponential(mean: number): number {
    return -Math.log(1 - this.nextDouble()) * mean;
  }

  private nextInt32(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum;
  }
}

/** FNV-1a over the UTF-16 units of a text, as a 32-bit integer. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}

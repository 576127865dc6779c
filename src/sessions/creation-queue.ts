/**
 * Who was created first: a queue of names that forgets in the middle for free.
 *
 * A JavaScript `Map` remembers insertion order, but asking it for its first key walks over the places of all keys
 * deleted since its last growth, so evicting from a big one would cost more than from a small one. Here every creation gets a serial
 * number; an entry counts only while its name still carries that number, and entries that do not are skipped once.
 */
export class CreationQueue {
  names: string[] = [];
  serials: number[] = [];
  /** Where the oldest entry is. */
  head = 0;
  nextSerial = 1;

  /** Enters a new name; the result must be kept with what was created. */
  push(name: string): number {
    const serial = this.nextSerial;
    this.nextSerial += 1;
    this.names.push(name);
    this.serials.push(serial);
    return serial;
  }

  /** The oldest name for which `isLive` says yes; undefined when there is none. It stays in the queue. */
  oldest(isLive: (name: string, serial: number) => boolean): string | undefined {
    for (; this.head < this.names.length; this.head += 1) {
      const name = this.names[this.head] ?? "";
      if (isLive(name, this.serials[this.head] ?? 0)) return name;
    }
    return undefined;
  }

  /** Drops dead entries when more than half are, given how many names are alive. Call it after a creation. */
  tidy(alive: number, isLive: (name: string, serial: number) => boolean): void {
    if (this.names.length >= 2 * alive + 32) this.sweep(isLive);
  }

  /** Drops dead entries. */
  sweep(isLive: (name: string, serial: number) => boolean): void {
    const kept: number[] = [];
    for (let at = this.head; at < this.names.length; at++) {
      if (isLive(this.names[at] ?? "", this.serials[at] ?? 0)) kept.push(at);
    }
    this.names = kept.map((at) => this.names[at] ?? "");
    this.serials = kept.map((at) => this.serials[at] ?? 0);
    this.head = 0;
  }
}

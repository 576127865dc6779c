/** Loaded before a server that is measured: when asked over the channel, it collects what is garbage and says how many bytes are left. */
process.on("message", () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});

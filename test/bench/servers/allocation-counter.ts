import { getHeapStatistics, GCProfiler } from 'node:v8';

/** Counts the bytes that are allocated on the heap, across garbage collections. */
export class AllocationCounter {
  #profiler: GCProfiler | undefined;
  #usedAtStart = 0;

  start(): void {
    this.#profiler = new GCProfiler();
    this.#profiler.start();
    this.#usedAtStart = getHeapStatistics().used_heap_size;
  }

  /** @returns bytes since the start; memory outside of the heap, as of buffers, does not count */
  stop(): number {
    const usedAtEnd = getHeapStatistics().used_heap_size;
    const collections = this.#profiler?.stop()?.statistics ?? [];
    let bytes = 0;
    let used = this.#usedAtStart;
    for (const { beforeGC, afterGC } of collections) {
      bytes += beforeGC.heapStatistics.usedHeapSize - used;
      used = afterGC.heapStatistics.usedHeapSize;
    }
    return bytes + usedAtEnd - used;
  }
}

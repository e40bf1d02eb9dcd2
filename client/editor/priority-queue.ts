/** Numbers waiting with a cost, the cheapest first. A binary heap. */
export interface PriorityQueue {
  add(item: number, cost: number): void
  take(): { readonly item: number; readonly cost: number } | undefined
}

export function createPriorityQueue(): PriorityQueue {
  const items: number[] = []
  const costs: number[] = []
  const costAt = (at: number): number => costs[at] ?? Infinity
  const swap = (a: number, b: number) => {
    for (const list of [items, costs]) {
      const [one = 0, other = 0] = [list[a], list[b]]
      list[a] = other
      list[b] = one
    }
  }
  return {
    add: (item, cost) => {
      let at = items.push(item) - 1
      costs.push(cost)
      for (let above = (at - 1) >> 1; at > 0 && costAt(above) > costAt(at); above = (at - 1) >> 1) {
        swap(at, above)
        at = above
      }
    },
    take: () => {
      if (items.length === 0) return undefined
      swap(0, items.length - 1)
      const [item, cost] = [items.pop() ?? 0, costs.pop() ?? 0]
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        const least = costAt(right) < costAt(left) ? right : left
        if (!(costAt(least) < costAt(at))) break
        swap(at, least)
        at = least
      }
      return { item, cost }
    },
  }
}

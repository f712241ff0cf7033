/** The thresholds of alerts by their names in a link; what they are is declared in `monitor-thresholds.ts`. */
export const thresholdLinks = {
  depthPercent: "aD",
  depthElements: "aE",
  lossPercent: "aL",
  waitMs: "aW",
} as const;

// @open-wc/testing imports Web Test Runner's snapshot commands, which need its development server.
const unavailable = (): never => {
  throw new Error('DOM snapshots need Web Test Runner.');
};
export const getSnapshot = unavailable;
export const getSnapshotConfig = unavailable;
export const saveSnapshot = unavailable;

// @open-wc/testing imports these commands of Web Test Runner, which need its development server.
const unavailable = (): never => {
  throw new Error('DOM snapshots need Web Test Runner.');
};
export const getSnapshot = unavailable;
export const getSnapshotConfig = unavailable;
export const saveSnapshot = unavailable;

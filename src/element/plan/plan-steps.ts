/** What the customer can do. */
export interface PlanSteps {
  /** Chooses a plan, or keeps the present one. */
  onPlan: (id: string | null) => void;
  onCount: (count: number) => void;
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
  /** Of several plans, changes this one. */
  onWhich: (id: string) => void;
  /** Follows the link to the shop; the browser does so by itself. */
  onConfirm: (event: MouseEvent) => void;
  onRetry: () => void;
}

declare module "medium" {
  export interface Chan<T> {
    readonly isClosed: boolean;
    /** Only marks the type. */
    readonly element?: T;
  }
  export function chan<T>(capacity?: number): Chan<T>;
  export function put<T>(channel: Chan<T>, value: T): Promise<boolean>;
  export function take<T>(channel: Chan<T>): Promise<T>;
}

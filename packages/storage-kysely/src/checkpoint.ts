/** How far a subscription has come: compare and move. */
import { sql } from "kysely";
import type { Dialect } from "./dialect.ts";
import { type Steps, slot, statement } from "./statement.ts";

export function* checkpoint({ family }: Dialect, tenant: string, name: string): Steps<number> {
  const [row] = yield statement(
    family,
    "checkpoint",
    () =>
      sql`select position from verksam_checkpoint where tenant = ${slot("tenant")} and name = ${slot("name")}`,
  ).bind({ tenant, name });
  return Number(row?.position ?? 0);
}

export function* moveCheckpoint(
  { family }: Dialect,
  tenant: string,
  name: string,
  from: number,
  to: number,
): Steps<boolean> {
  const move = () => sql`update verksam_checkpoint set position = ${slot("to")}
    where tenant = ${slot("tenant")} and name = ${slot("name")} and position = ${slot("from")} returning position`;
  const begin = () => sql`insert into verksam_checkpoint (tenant, name, position)
    values (${slot("tenant")}, ${slot("name")}, ${slot("to")})
    on conflict (tenant, name) do update set position = excluded.position
    where verksam_checkpoint.position = ${slot("from")} returning position`;
  const moved = yield statement(family, `move ${from === 0}`, from === 0 ? begin : move).bind({
    tenant,
    name,
    from,
    to,
  });
  return moved.length > 0;
}

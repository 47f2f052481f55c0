/** The relational shape of an aggregate's state, derived from its schemas: what every storage adapter works from. */
import * as Schema from "effect/Schema";
import * as SchemaAST from "effect/SchemaAST";
import { type PersonalClass, personalClass } from "./personal.ts";

export type ColumnType = "text" | "integer" | "real" | "boolean" | "json";

/** One column: a field of the state under its own name. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** The field may be absent from the state; the column is then null. */
  readonly optional: boolean;
  readonly personal?: PersonalClass;
}

/** A child collection: a table keyed (tenant, parent, `key`), written by difference. */
export interface ChildShape {
  readonly table: string;
  readonly key: string;
  readonly columns: ReadonlyArray<Column>;
}

/** An aggregate's tables: one root row keyed (tenant, id) with a version, its indexes, its child collections. */
export interface Shape {
  /** The root table, `area_aggregate`; also the aggregate's name in the journal. */
  readonly table: string;
  readonly columns: ReadonlyArray<Column>;
  readonly indexes: { readonly [name: string]: ReadonlyArray<string> };
  readonly children: { readonly [field: string]: ChildShape };
}

const reserved = new Set(["tenant", "id", "version", "parent"]);

/** The columns of a record of fields. Fails on a field named like one of the kernel's own columns. */
export const columnsOf = (fields: Schema.Struct.Fields, isChild = false): ReadonlyArray<Column> => {
  const { ast } = Schema.toCodecJson(Schema.Struct(fields));
  const encoded = SchemaAST.toEncoded(ast);
  if (!SchemaAST.isObjects(encoded)) throw new Error("a state is a record of fields");
  return encoded.propertySignatures.map((property) => {
    const name = String(property.name);
    if (reserved.has(name) && !(isChild && name === "id"))
      throw new Error(`the field "${name}" has the name of a column the kernel keeps`);
    const parts = partsOf(property.type);
    const nullable = parts.some(SchemaAST.isNull);
    const optional = property.type.context?.isOptional ?? false;
    const kind = personalClass(fields[name]?.ast ?? property.type);
    return {
      name,
      type: columnType(parts.filter((part) => !SchemaAST.isNull(part))),
      nullable: nullable || optional,
      optional,
      ...(kind === undefined ? {} : { personal: kind }),
    };
  });
};

const partsOf = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> =>
  SchemaAST.isUnion(ast) ? ast.types.flatMap(partsOf) : [ast];

const columnType = (parts: ReadonlyArray<SchemaAST.AST>): ColumnType => {
  if (parts.length > 0) {
    if (parts.every(isText)) return "text";
    if (parts.every(SchemaAST.isBoolean)) return "boolean";
    if (parts.every(isInteger)) return "integer";
    if (parts.every((part) => SchemaAST.isNumber(part) || isInteger(part))) return "real";
  }
  return "json";
};

const isText = (ast: SchemaAST.AST): boolean =>
  SchemaAST.isString(ast) ||
  SchemaAST.isTemplateLiteral(ast) ||
  (SchemaAST.isLiteral(ast) && typeof ast.literal === "string");

const isInteger = (ast: SchemaAST.AST): boolean =>
  (SchemaAST.isLiteral(ast) && Number.isSafeInteger(ast.literal)) ||
  (SchemaAST.isNumber(ast) && checkIds(ast.checks ?? []).includes("effect/schema/isInt"));

/** The identifiers of checks, those inside a group of checks included. */
const checkIds = (checks: ReadonlyArray<SchemaAST.Check<never>>): ReadonlyArray<string> =>
  checks.flatMap((check) =>
    check._tag === "FilterGroup" ? checkIds(check.checks) : [check.annotations?.representation?.id ?? ""],
  );

/** The names of the fields marked `personal`. Fails on a mark deeper inside a field, where it would not be honoured. */
export const personalFields = (fields: Schema.Struct.Fields): ReadonlyArray<string> =>
  Object.entries(fields).flatMap(([name, { ast }]) => {
    if (personalClass(ast) !== undefined) return [name];
    if (holdsPersonal(ast))
      throw new Error(`the field "${name}" holds personal data inside: mark the field itself`);
    return [];
  });

const holdsPersonal = (ast: SchemaAST.AST, seen: ReadonlySet<SchemaAST.AST> = new Set()): boolean => {
  if (seen.has(ast)) return false;
  if (personalClass(ast) !== undefined) return true;
  const known = new Set(seen).add(ast);
  return partsInside(ast).some((part) => holdsPersonal(part, known));
};

const partsInside = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> => {
  const encoded = (ast.encoding ?? []).map(({ to }) => to);
  if (SchemaAST.isUnion(ast)) return [...encoded, ...ast.types];
  if (SchemaAST.isArrays(ast)) return [...encoded, ...ast.elements, ...ast.rest];
  if (SchemaAST.isDeclaration(ast)) return [...encoded, ...ast.typeParameters];
  if (SchemaAST.isSuspend(ast)) return [...encoded, ast.thunk()];
  if (!SchemaAST.isObjects(ast)) return encoded;
  const { propertySignatures, indexSignatures } = ast;
  return [...encoded, ...[...propertySignatures, ...indexSignatures].map(({ type }) => type)];
};

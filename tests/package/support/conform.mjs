// Whether a value is what its type says, to the last key: every key is declared, and whatever is not optional is there.
import ts from "typescript";

const OPTIONAL = ts.SymbolFlags.Optional;

export class Conformity {
  #checker;
  #exports;
  /** Names of the interfaces that a value has been held against. */
  met = new Set();

  /** @param source the path of a program's file that declares the types */
  constructor(program, source) {
    this.#checker = program.getTypeChecker();
    const module = this.#checker.getSymbolAtLocation(program.getSourceFile(source));
    this.#exports = new Map(this.#checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  }

  /** What is declared to be there when the program runs: functions and classes. */
  values() {
    const isValue = ({ flags }) => flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class | ts.SymbolFlags.Variable);
    return [...this.#exports.values()].filter(isValue).map(({ name }) => name).sort();
  }

  /** What a function of the module gives. */
  result(name) {
    return this.#signature(name).getReturnType();
  }

  /** Whether a function takes material before its options. */
  takesInput(name) {
    return this.#signature(name).parameters.length > 1;
  }

  /** The keys that the options of a function are declared to have. */
  options(name) {
    const last = this.#signature(name).parameters.at(-1);
    const type = this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(last));
    return this.#checker.getPropertiesOfType(type).map((property) => property.name);
  }

  /** The names of the interfaces that a type is made of. */
  interfaceNames(type) {
    return new Set([...this.#parts(type)].map((part) => this.#name(part)).filter((name) => this.#exports.has(name)));
  }

  /** What is wrong with a value, a line each; nothing where it is what the type says. */
  problems(type, value, path) {
    if (type.isUnion()) return this.#oneOf(type.types, value, path);
    if (this.#isList(type)) return this.#list(type, value, path);
    if (type.flags & ts.TypeFlags.Object) return this.#object(type, value, path);
    return this.#isSimple(type, value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${this.#checker.typeToString(type)}`];
  }

  #signature(name) {
    const [signature] = this.#checker.getTypeOfSymbol(this.#exports.get(name)).getCallSignatures();
    return signature;
  }

  /** A type with everything that it is made of. */
  #parts(type, found = new Set()) {
    if (found.has(type)) return found;
    found.add(type);
    if (type.isUnion()) type.types.forEach((member) => this.#parts(member, found));
    else if (this.#isList(type)) this.#checker.getTypeArguments(type).forEach((item) => this.#parts(item, found));
    else if (type.flags & ts.TypeFlags.Object && this.#name(type) !== "Uint8Array") {
      for (const property of this.#checker.getPropertiesOfType(type)) this.#parts(this.#checker.getTypeOfSymbol(property), found);
    }
    return found;
  }

  #name(type) {
    return type.symbol?.name ?? "";
  }

  #isList(type) {
    return this.#checker.isArrayType(type) || this.#checker.isTupleType(type);
  }

  /** The member that comes nearest speaks for all. */
  #oneOf(members, value, path) {
    const answers = members.map((member) => this.problems(member, value, path));
    return answers.sort((one, other) => one.length - other.length)[0];
  }

  #list(type, value, path) {
    if (!Array.isArray(value)) return [`${path}: no list`];
    const items = this.#checker.getTypeArguments(type), isTuple = this.#checker.isTupleType(type);
    if (isTuple && items.length !== value.length) return [`${path}: ${value.length} items, not ${items.length}`];
    return value.flatMap((item, index) => this.problems(items[isTuple ? index : 0], item, `${path}[${index}]`));
  }

  #object(type, value, path) {
    if (this.#name(type) === "Uint8Array") return value instanceof Uint8Array ? [] : [`${path}: no bytes`];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path}: no object`];
    const declared = new Map(this.#checker.getPropertiesOfType(type).map((property) => [property.name, property]));
    const undeclared = Object.keys(value).filter((key) => !declared.has(key)).map((key) => `${path}.${key}: not declared`);
    const absent = [...declared].filter(([key, { flags }]) => !(key in value) && !(flags & OPTIONAL)).map(([key]) => `${path}.${key}: absent`);
    const inside = [...declared].filter(([key]) => key in value)
      .flatMap(([key, property]) => this.problems(this.#checker.getTypeOfSymbol(property), value[key], `${path}.${key}`));
    const all = [...undeclared, ...absent, ...inside];
    if (all.length === 0) this.met.add(this.#name(type));
    return all;
  }

  #isSimple(type, value) {
    const { flags } = type;
    if (flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) return type.value === value;
    if (flags & ts.TypeFlags.BooleanLiteral) return this.#checker.typeToString(type) === String(value) && typeof value === "boolean";
    if (flags & ts.TypeFlags.Null) return value === null;
    if (flags & ts.TypeFlags.Undefined) return value === undefined;
    if (flags & ts.TypeFlags.String) return typeof value === "string";
    if (flags & ts.TypeFlags.Number) return typeof value === "number";
    return false;
  }
}

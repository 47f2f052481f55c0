/** What is asked for wrongly, and what is written where. */
import { mkdirSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { usage } from "../src/options.ts";
import { council, counted, folder, ranWith } from "./night.fixture.ts";

describe("wrong use ends with 2, a line of why and the options", () => {
  it.each([
    [["--colour"], "Unknown option '--colour'"],
    [["votes.csv"], "Unexpected argument 'votes.csv'"],
    [["--input"], "Option '--input <value>' argument missing"],
    [["--input", ""], "--input is empty"],
    [["--input", "a", "--input", "b"], "--input is given 2 times"],
    [["--input", "a", "--votes", "b"], "--input or --votes, not both"],
    [["--votes", "a"], "--votes needs --rules"],
    [["--votes", "a", "--rules", "constructor"], "--rules is one of se.riksdag@2018, "],
    [["--rules", "se.eu@2014"], "--rules goes with --votes"],
    [["--input", "a", "--fixed", "b"], "--fixed goes with --votes"],
    [["--input", "a", "--area", "0127"], "--area goes with --votes"],
    [["--input", "a", "--seats", "3"], "--seats goes with --votes"],
    [["--votes", "a", "--rules", "se.eu@2014", "--seats", "0"], "--seats is a whole number from 1"],
    [["--votes", "a", "--rules", "se.eu@2014", "--seats", "1e3"], "--seats is a whole number from 1"],
    [["--lang", "de"], "--lang is sv or en"],
    [["--scenarios", "5"], "--scenarios needs --responses"],
    [["--scenarios", "-5", "--responses", "a"], "--scenarios"],
    [["--responses", "a"], "--responses goes with --scenarios"],
    [["--model", "a"], "--model goes with --scenarios"],
    [["--out", "a", "--json", "a/record.json"], "--json names a file that --out is to write"],
    [["--input", "a.json", "--json", "./a.json"], "--input names a file that is to be written"],
    [["--out", "a", "--lots", "a/record.json"], "--lots names a file that is to be written"],
  ])("%s", (args, why) => {
    const { code, complaints, printed } = ranWith(...args);
    expect([code, printed]).toEqual([2, ""]);
    expect(complaints.join("\n")).toContain(why);
    expect(complaints.join("\n")).toContain(usage);
  });

  it("the seats in all are missing", () => {
    const own = folder();
    const votes = own.write("v.csv", "party,votes\nA,1\n");
    expect(own.run("--votes", votes, "--rules", "se.eu@2014")).toMatchObject({
      code: 2,
      complaints: [expect.stringMatching(/^--seats is needed/)],
    });
  });
});

it("--help prints the options, none wider than 80 columns", () => {
  expect(ranWith("--help")).toEqual({ code: 0, printed: usage, complaints: [] });
  expect(usage.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

describe("files", () => {
  const input = council({ A: 10, B: 5 });

  it("page and record, the answer where it is asked for, and nothing left over", () => {
    const { files, printed, at } = counted(input);
    expect(files()).toEqual(["answer.json", "election.json", "out"]);
    expect(files("out")).toEqual(["election.html", "record.json"]);
    for (const file of ["out/election.html", "out/record.json", "answer.json"])
      expect(printed).toContain(at(file));
  });

  it("folders that are missing are made", () => {
    const { at, write, files } = folder();
    const args = ["--input", write("e.json", JSON.stringify(input)), "--out", at("a/b")];
    expect(ranWith(...args, "--json", at("c/d/answer.json")).code).toBe(0);
    expect([files("a/b"), files("c/d")]).toEqual([["election.html", "record.json"], ["answer.json"]]);
  });

  it("are written again in place of those before", () => {
    const own = folder();
    const args = ["--input", own.write("e.json", JSON.stringify(input))];
    own.run(...args);
    const before = own.read("answer.json");
    own.write("e.json", JSON.stringify(council({ A: 1 })));
    expect(own.run(...args).code).toBe(0);
    expect(own.read("answer.json")).not.toBe(before);
  });

  it.each([
    [
      "--out is a file",
      "file",
      "answer.json",
      "file/election.html: cannot be written: there is a file where a folder has to be",
    ],
    [
      "--json lies below a file",
      "out",
      "file/answer.json",
      "file/answer.json: cannot be written: there is a file where a folder has to be",
    ],
    ["--json is a folder", "out", "dir", "dir: cannot be written: a folder"],
    [
      "the page's place is a folder",
      "pages",
      "answer.json",
      "pages/election.html: cannot be written: a folder",
    ],
  ])("none is written where one cannot be: %s", (_, out, json, problem) => {
    const own = folder();
    own.write("file", "x");
    mkdirSync(own.at("dir"));
    mkdirSync(own.at("pages/election.html"), { recursive: true });
    const args = ["--input", own.write("e.json", JSON.stringify(input))];
    const ran = ranWith(...args, "--out", own.at(out), "--json", own.at(json));
    expect(ran).toEqual({ code: 1, printed: "", complaints: [own.at(problem)] });
    const left = readdirSync(own.at(""), { recursive: true }).filter((file) =>
      /answer|record|tmp/.test(`${file}`),
    );
    expect(left).toEqual([]);
    expect(own.read("file")).toBe("x");
  });
});

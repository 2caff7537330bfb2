import { given, widget, type Case } from "../case.js";

export const cases: readonly Case[] = [given("in shop", widget({}), ["spec in shop"])];

export const forbidden = ["root", "admin"];

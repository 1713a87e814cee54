/* Teams' light theme in the words of the renderer: sizes in pixels, colours as Teams paints them. */

const colour = (colour, subtle = colour) => ({ default: colour, subtle });

const FOREGROUND = {
  default: colour("#242424", "#616161"),
  dark: colour("#242424", "#616161"),
  light: colour("#ffffff", "#f5f5f5"),
  accent: colour("#4f52b2"),
  good: colour("#0e700e"),
  warning: colour("#835b00"),
  attention: colour("#b10e1c"),
};

const container = (backgroundColor) => ({ backgroundColor, foregroundColors: FOREGROUND });

export const HOST = {
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  textBlock: { headingLevel: 4 },
  separator: { lineThickness: 1, lineColor: "#e0e0e0" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container("#ffffff"),
    emphasis: container("#f5f5f5"),
    accent: container("#ebebff"),
    good: container("#e7f2e7"),
    warning: container("#fff9e5"),
    attention: container("#fdf3f4"),
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 16, style: "emphasis" },
  },
};

/** What goes in feeds what comes out, in this order. */
export const chain = ['profile', 'obligations', 'assessment', 'ranking', 'plan', 'guides'] as const;

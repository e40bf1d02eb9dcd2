/** The worked example Spotify, in Nonagon's own Markdown: real input for import, export and new boards. */
export const SPOTIFY = `# Spotify

## Customer Segments
- Free listeners, funded by ads
- Paying subscribers
- Artists who publish and earn

## Value Propositions
### Free listeners
- A huge music library at no price, with ads
- Playlists and tips that learn your taste
### Paying subscribers
- No ads
- Offline listening, better sound
- Exclusive content and playlists
### Artists
- Worldwide distribution
- Income per stream, and audience insight

## Channels
- Mobile and desktop apps
- Website: account, discovery, subscription
- Social media: trends, releases, artist features

## Customer Relationships
### Free listeners
- Automated: playlists and ads from listening history
- Community: shared playlists
### Paying subscribers
- Self-service account and preferences
- Faster customer support
### Artists
- Analytics: streams, listeners, engagement

## Revenue Streams
- Monthly subscriptions
- Advertising to free listeners
- Bundles with telecom operators

## Key Resources
- Streaming platform and recommendation engine
- Licensed music catalogue
- Brand
- Listening data and algorithms

## Key Activities
- License music from labels and artists
- Keep the platform fast and current
- Marketing and user acquisition
- Analyse data to improve recommendations

## Key Partnerships
- Record labels
- Telecom operators
- Artists, for exclusives and promotion

## Cost Structure
- Royalties to labels, artists and publishers
- Infrastructure: hosting and streaming
- Marketing campaigns
- Salaries: engineering, data, support, sales
`

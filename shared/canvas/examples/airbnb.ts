/** The worked example Airbnb, in Nonagon's own Markdown: real input for import, export and new boards. */
export const AIRBNB = `# Airbnb

## Customer Segments
- Travellers who need a short stay
- Hosts: owners and renters with space to offer
- Business travellers after a personal or cheaper stay
- Experience providers: guides, local activities

## Value Propositions
### Travellers
- Unique, personal lodging at a fair price
- Easy booking, with reviews and ratings to trust
- Live like a local, almost anywhere
### Hosts
- Earn from spare space
- Simple, safe tools for listings and bookings
- Rent when and how you like

## Channels
- Website and mobile app: search, book, message
- Customer support by chat, email and phone
- Social media and content: stories from hosts and travellers

## Customer Relationships
### Travellers
- Self-service browsing and booking
- Automated mails: confirmations, tips, new listings
- Community of reviews and shared trips
### Hosts
- Self-service listings, calendar and prices
- Help with pricing, promotion and problems
- Trust and safety: two-way reviews, insurance

## Revenue Streams
- Booking commission: about 3% from hosts, 6-12% from guests
- Paid extras for hosts: better placement, promotion tools
- Share of fees from Experiences

## Key Resources
- Technology platform: booking, payments, messaging
- Brand that people trust
- Community of hosts and guests
- Data: preferences, reviews, booking history

## Key Activities
- Build and run the platform
- Marketing to win hosts and guests
- Trust and safety management

## Key Partnerships
- Payment processors
- Local services: cleaning, property management
- Insurers against damage and accidents

## Cost Structure
- Platform upkeep: development, security, hosting
- Advertising and promotion
- Customer support for both sides
- Trust and safety: verification, reviews, insurance
`

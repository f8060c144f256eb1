extension SupportDesk {
    /// Messages about parcels on their way.
    static let delivery: [Intent] = [
        Intent(
            name: "track_parcel", skill: "support/delivery",
            practice: """
                where is my parcel now
                how can I track the headphones I bought on Sunday
                the tracking number you gave me does not work
                Any update on my order?
                tracking link only shows a blank page
                has my order been dispatched yet or is it still in the warehouse
                status has been stuck on label created since monday
                which depot is my parcel sitting in, the status is no help
                Can you see at which depot my order is right now?
                parcel tracking please, I lost the email
                status in transit, what does that mean
                Just curious how far away my new monitor is
                Ordered a keyboard and a mouse, which one of them has shipped?
                is there a way to follow the driver on a map
                no movement on my parcel since it was scanned at the sorting centre
                which carrier are you using, I need a number to look it up with
                Hello, I never got an email that it was dispatched. Did it leave yet?
                your site says shipped but the carrier says it knows nothing about it
                where's my stuff
                I want to track two orders at once
                My tracking has not been updated for a while, what is going on
                how do I find out what time today the parcel comes
                the status page says processing, what happens after that
                need the tracking reference for order 20417
                Is my television on a lorry already or still at the depot?
                my parcel got scanned in another city, is it going the wrong way
                could someone tell me where my delivery is
                I changed my mobile so I get no texts any more about where the parcel is
                can my wife track it too if I send her something
                last scan of my parcel was at the airport depot, what's the next stop
                Do you send a message when it is out for delivery?
                no idea where the order is, the app shows nothing
                out for delivery since 8 this morning, roughly when will it get here
                Tracking says there are 2 boxes, I thought there was one
                I ordered as a guest, so how do I check the status without an account
                parcel from you has been at customs for a bit, what's its status
                dispatched on Monday, please tell me the current location of my package
                has it been dispatched and handed to the courier
                wondering if my order shipped today
                the link in the email to track gives error 404
                want to know if it will be here before noon, where is it at the moment
                Shipped yet??
                parcel still shows awaiting collection by carrier, is this an error on the page
                What's the status of the camera I bought last night
                """,
            heldOut: """
                Good morning, could you look up where my order currently is
                i can't track my parcel, page not found
                the courier's website does not recognise this tracking code
                Has the tablet left the depot?
                how many stops until the driver is at mine
                my parcel seems stuck at a depot up north, any news
                tracking stopped refreshing after Tuesday
                Do I get a text with a link once it has shipped?
                Printer from last week, could I have its status
                Was the second half of my order dispatched separately
                status still says preparing, hasn't it gone out
                Hi there, has the router shipped, order number 8831
                is there live tracking for big items like fridges
                I don't understand what the scan from last night means, arrived at facility
                where can I see how far along my parcel is, depot or van
                Can't find the tracking number anywhere in my account
                It would be great to know where my delivery has got to
                what carrier has it, I want to track it online
                the map shows a parcel in a town 200 miles from me
                When I click on track nothing loads
                """),
        Intent(
            name: "late_delivery", skill: "support/delivery",
            practice: """
                my delivery is late
                You promised next day and here we are on day four
                still waiting for the soundbar
                it was supposed to come on Friday
                the parcel was promised for last week
                I paid extra for express delivery and it has taken six days
                Why is this delivery taking so long?
                ten days overdue, this is getting silly
                I took time off because you promised Tuesday, nobody showed up
                express means 48 hours, that was last Wednesday
                Birthday present came too late, the party was yesterday
                delivery date has been pushed back three times now
                how much longer will this delay last
                estimated date has come and gone and no sign of the toaster
                Your website guaranteed delivery by the 12th, it's the 15th
                I stayed in all afternoon for the slot you gave me and no van came
                order is running late, will you give me the express fee back
                I have been waiting over two weeks for a simple cable
                Every morning the expected delivery date moves one day further
                hello? delivery was promised before the weekend
                my parcel has not arrived and the date you gave has passed
                late again, third time in a row with you people
                still waiting for the washing machine, will it come at all this month
                the delay is unacceptable, we have no fridge
                Nothing came on the day I was promised
                Delivery was due between 10 and 12, it is now half past four
                so much for next day delivery
                is there a strike or something, everything I ordered is days late
                I need it for a trip on Saturday and it's already overdue
                why would you charge for express when it comes slower than standard
                can I get compensation for the late parcel
                getting impatient, been waiting since the start of the month
                your late shipment made me miss a deadline
                it's the 3rd, you promised me the 28th
                Ordered in March with a promise of five working days, now it's April
                what is the reason for the delay
                Premium member here, and yet slower delivery than everybody else
                supposed to get my game console yesterday, kids are crying
                my two day delivery took nine days
                Waiting, waiting, waiting. When will you finally deliver?
                does late delivery mean I get a discount
                an apology for the delay would have been nice
                my delivery slot was this morning and it never showed up
                delayed a third time, what happened
                """,
            heldOut: """
                Why am I still waiting for an order that was due two days ago
                this is the latest delivery I have ever had
                package delayed again
                I chose express shipping and I am still waiting
                You people promised Thursday, today is Monday
                The new phone is late and the old one has died
                nobody came in the evening delivery slot even though I sat by the door
                shouldn't three working days mean three working days
                I would like my fee for express delivery returned as you missed the promised date
                Is it normal for a delivery to be a week behind
                supposed to be next day, it was not
                My mixer is five days late and I can't bake without it
                expected it yesterday
                The delay emails keep coming but the parcel doesn't
                how come your delivery estimate is always wrong
                waiting nearly a month for a pair of earbuds, ridiculous
                late parcel, please explain
                Christmas was last week and the gift you promised is still not in my hands
                Am I owed anything because it did not arrive on the agreed day
                the wait has gone on long enough, I want a firm date
                """),
        Intent(
            name: "report_missing_parcel", skill: "support/delivery",
            practice: """
                my parcel is missing
                it says delivered but it is missing
                Marked as delivered at 2pm, I was home all day and nobody rang
                the driver left it with a neighbour, but no neighbour has it
                someone has stolen the box from my porch
                I think my parcel got lost
                Who signed for it? That is not my name
                photo shows a doorstep that is not mine
                need to report a theft, package taken from the doorstep
                Delivered to the wrong house I reckon
                only one of the two parcels came, the other one is missing
                courier claims he handed it to me in person, he did not
                signed with a scribble, that was never me
                Parcel missing, asked all my neighbours, none of them took anything in
                missing parcel, what do I do
                the tracking states delivered yet my mailbox is empty
                It was left on the doorstep in the open and now it's missing
                left in a safe place apparently, but where? Still missing after I looked behind the bins
                I want to report this to the courier, who opens the case
                The courier admits it has lost my speaker, where do I report that
                the envelope was here but the memory card is missing
                Parcel delivered to reception, reception knows nothing
                how long must it be missing before you treat it as lost and send another
                can you send me the delivery photo, I see no package anywhere
                which neighbour got my tablet, there is no number 14b here
                you say a person called Robin signed, I live alone
                I'm missing an item from my order
                Delivery confirmed by text but no box at the door
                order missing, nothing on my doorstep despite what your app says
                driver says he threw it over the fence, the garden is empty
                I'd like to report that my delivery never reached me even though it is closed as complete
                missing since the driver took it out of the van
                I have to report a stolen package, thieves are busy on our street
                got a card saying a neighbour took it, the neighbour says no
                apparently delivered on Saturday, we were away and the camera shows no driver
                please ask the courier what he did with my package
                Shows as received, I have received absolutely nothing
                the missing box had my charger in it
                the courier gave it to a neighbour who refuses to hand it over
                my parcel was stolen from the hallway it seems
                I never signed for anything and the parcel is still missing
                Is there insurance if a package is stolen after drop off
                the courier left my parcel in the lobby, somebody walked off with it
                proof of delivery please, as I don't believe it was ever dropped here
                """,
            heldOut: """
                Your courier says delivered, my hands say otherwise
                Parcel never turned up but it has been marked delivered
                I'm afraid the package was stolen, can I report it here
                which neighbour was it left with, nobody at 14 or 18 knows
                The person who signed isn't anybody in this household
                my missing order, please look into it
                courier dropped it at some other flat
                Driver took a picture of a random doorstep, definitely not ours
                we got the cables but the amplifier is missing
                it went missing from the doorstep within an hour
                How do I file a claim for a lost parcel
                supposedly delivered this morning but missing, I checked everywhere including the shed
                Neighbours across the hall deny having it
                no one was in, no card, no package, so where did the driver leave it
                whom do I tell about a stolen delivery, where do I report it
                The box arrived taped up again with nothing in it, empty
                it was signed for by someone I've never heard of
                what if the carrier can't locate my parcel at all
                left on the porch by the driver, missing when I came home
                Delivered? To whom? Nobody saw a driver
                """),
        Intent(
            name: "arrived_damaged", skill: "support/delivery",
            practice: """
                my television arrived damaged
                the box was crushed when I got it
                screen cracked, arrived like that straight out of the packaging
                glass top came in pieces
                There is a big dent in the side of the fridge that arrived today
                Parcel was soaking wet, and the camera inside too
                Everything in the parcel is smashed
                opened the box and found shards of glass everywhere
                packaging torn, item damaged and scratched all over
                It arrived with a broken hinge
                The courier must have dropped it, one corner is completely bent
                damaged goods received, do you need photos?
                who pays for the transport damage
                I have pictures of the crushed carton and the broken lamp
                the kettle arrived dented
                Just arrived and unpacked, there's a crack running across my new monitor
                water got into the parcel and ruined the manual and the charger
                do I have to keep the damaged box for the carrier to inspect
                delivery man handed over a box with a hole in it, and the turntable has a dent
                brand new laptop arrived scratched, clearly from shipping
                No bubble wrap at all, no wonder the glass plate got damaged
                arrived today, broken, very disappointed
                please replace the blender, its jug was shattered when I took it out
                The driver refused to wait while I checked, now I see the door is bent
                I want to report damage
                seal was open and the speaker looked like somebody had stepped on it
                only four of six bulbs arrived whole, two are broken
                one leg of the stand is broken off
                parcel looks like it was run over, all crushed
                Half of the order got damaged
                how many days do I have to tell you about damaged glass
                I signed for it before I noticed the dent in the side
                it rattles, the glass inside is cracked
                Dented, scratched and dirty, is this supposed to be new?
                the washing machine has scratches all over, was it tipped over in the van
                picture frame arrived with broken glass
                package arrived ripped open and taped back together, contents scratched
                Is there a form for items damaged in the post
                ink leaked all over the printer inside the box
                Smashed to bits. Honestly, who packs these things
                The parcel arrived squashed flat
                can I refuse a delivery if the carton looks crushed
                turntable lid has a crack and a corner of the box is missing
                got my headset, box crushed, headband broken
                """,
            heldOut: """
                Hi, unfortunately the vacuum I received today is damaged
                carton arrived battered and the mirror inside cracked
                the display has a crack from corner to corner, it has just been unpacked
                Broken on arrival
                Should I send photos of the damaged side, there is a long dent
                my new tablet arrived with a smashed screen
                whoever carried this parcel crushed it
                packaging was far too thin so the glass lamp shattered
                A wheel has come off, it must have happened in the lorry
                scratched casing, looks like it was dragged along the floor
                Your courier damaged my coffee machine
                box all wet and torn, I have not dared to plug it in
                there's broken glass in my parcel
                The oven arrived yesterday with its door bent
                I would like a replacement, this one arrived crushed
                the side of my desk is scratched and the box had been opened
                Do you need the carrier's note about the damaged packaging
                dents everywhere on the freezer, the delivery guys just shrugged
                it's in two halves, it should be in one
                Sadly the record player did not survive the journey
                """),
        Intent(
            name: "change_delivery_address", skill: "support/delivery",
            practice: """
                I need to change the delivery address
                typed the wrong postcode
                We moved house last week and the order is going to our old address
                can you send it to my office instead
                My street is spelled wrong on the confirmation
                forgot to put the flat number in the address
                please redirect the parcel to my sister in town
                wrong address!! please stop it
                The shipping address on order 5512 is out of date
                it's about to go to my parents house, I want it sent to me
                house number is 17 not 71
                Can I have it delivered to the office?
                we have moved, parcel comes on Monday, what now
                Autofill put my old street into the address field
                is it too late to pick a different address for the delivery
                I'd like the TV to go to our holiday cottage instead of home
                need to add a gate code and the floor so the driver finds us
                How can I edit the postcode the order ships to
                I left out the flat number
                Delivery to another city possible after I have already paid?
                old postcode is on there, please change it to the one ending in 4QT
                Please change it to my work place, nobody is home during the day
                you have us down at flat 9, we live in flat 19
                my address has changed since I ordered
                redirect the package to a friend's address
                bought a present and it should go straight to my mum, not to me
                I picked the wrong saved address at checkout
                ship to billing address please, not to the other one
                typo in the street name, can I still change that
                we moved, could the parcel be forwarded?
                we moved and I forgot to tell you our new address
                update address on my order
                Send it to my neighbour at number 4 instead, I am away
                the address lists the correct town but the wrong postcode
                my company has two entrances, deliver to the one in the back street
                change destination of shipment
                Your form cut off my flat number, so the label is incomplete
                can the driver bring it to a different house in the same road
                I have just noticed the delivery is headed to my ex, please redirect
                can it go to the university dorm and not home
                wrong country in my address, I am in Ireland
                I would rather get the parcel at the office
                postcode and street don't belong together, please alter the label
                The address you printed on the label belongs to the previous tenant
                """,
            heldOut: """
                Hello, I gave you an old address by mistake
                could I change where my delivery goes
                redirect to my office address, thanks
                postcode mix-up, mine should be the one ending in 7
                since ordering we've moved to another street, so the address has to change
                Oops, the flat number is missing from my order
                I won't be at home so send it to my daughter's house
                The order confirmation shows my previous place, I don't live there any more
                how do I correct a misspelled street before you ship
                Delivery address needs changing asap
                Would it be possible to have this parcel go to my office
                We have just moved, can the coffee table come to the new home instead
                I chose my parents house as the address and that's not right
                wrong flat on the label
                you have my details from two years ago, the parcel will end up with strangers
                It should be sent to house number 30
                Order 77120, new address attached below
                my shipment is going to the wrong postcode!
                Let me swap the destination to a work site please
                We are staying with relatives this month, kindly redirect our package there
                """),
        Intent(
            name: "choose_pickup_point", skill: "support/delivery",
            practice: """
                can I collect it from a locker
                which pickup point is nearest to me
                I want to pick it up myself
                what are the opening hours of the pickup shop where my package is
                The locker won't open with the code you sent
                is collection in store free
                choose another pickup point, this one is closed
                I'd rather collect than have it delivered
                How many days does the locker keep my parcel before it goes back
                do I need to bring ID to the pickup point
                can somebody else pick up my parcel for me
                The corner shop says they never received it for collection
                No locker code in my email
                Is there a click and collect counter in your branch at the station
                Please leave the delivery at a parcel shop instead of my home
                my pickup code has expired
                How do I select a pickup location when ordering
                pickup locker is full, now what
                The pickup point was shut when I went to collect
                are there lockers in my area
                I was sent to a shop on the other side of town, let me choose a closer one
                could the driver drop it at the petrol station so I can grab it later
                Do big televisions fit into a locker
                need more time for pickup, I'm on a trip until the 9th
                pickup at the store please
                where do I go to collect the order
                can I change the locker to the one by the supermarket
                The point you chose for me has no parking and the box weighs 30 kilos
                what happens if I don't collect from the pickup point within the week
                which shops accept parcels for pickup on Sundays
                Picking it up on the way home would suit me better
                i live on the third floor without a lift so a pickup shop suits me more
                the screen on the locker is dead
                My partner will collect, what does he have to show
                is the pickup point open in the evening
                got a note that it's waiting at the post office, which one
                The shop asked for a code and I have none
                Missed the courier, can I fetch it from the depot
                extend how long you hold it at the counter?
                where are your pickup points listed
                your shop assistant could not find my parcel on the shelf
                Does collection cost less than delivery
                barcode will not scan at the locker
                I'd like to swap home delivery for a locker
                """,
            heldOut: """
                Hi, is it possible to fetch my order from one of your stores
                Which locker is my package in
                can't get the locker door to open
                I would like to choose a pickup point near my office
                Opening times for the pickup counter?
                my son is going to collect it, is that okay
                Do you offer pickup instead of home delivery
                the shop told me to come back with a code, what code
                how long will the newsagent hold on to my parcel
                Seems my usual pickup point no longer exists
                i never got a code for collecting
                I can't choose collect in store, it is greyed out, why
                A pickup locker within walking distance would be lovely
                what proof do they want when I pick up
                Could you keep the parcel at the shop two days longer
                will the point of collection be the same as last time
                nearest store to pick up a printer today
                courier took it to a locker without asking me
                Went to collect my box and the queue was endless, can it be moved to another place
                are pickup lockers available round the clock
                """),
    ]
}

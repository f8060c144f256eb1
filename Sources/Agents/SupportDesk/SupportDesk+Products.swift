extension SupportDesk {
    /// Messages about the devices themselves: faults, repairs, accessories, set-up, returns, swaps.
    static let products: [Intent] = [
        Intent(
            name: "power_battery_fault", skill: "support/products",
            practice: """
                pressed the power button for ages and nothing happens
                my new tablet stays black, no power at all
                the device is completely dead since this morning
                tv clicks but the screen never lights up
                Speaker will not switch on any more
                charged it overnight and it is still dead
                No light, no sound, nothing. What now?
                there must be a fault, the laptop shuts off after two seconds
                headphones won't turn on even though the battery says full
                the power light blinks red three times and then goes out
                It switched itself off during a film and has been dead ever since
                kettle base has power but the kettle does not react
                I hold the button for ten seconds and still a black screen
                help me wake up a tablet that shows nothing but black
                bought a soundbar last week, yesterday it refused to turn on
                Device gets warm on the charger but does not switch on
                camera is dead, changed the battery twice already
                my robot vacuum sits in its dock and never charges
                tried another socket and another cable, still no power
                monitor stays black although the little light is green
                the watch is not charging, the battery symbol just flickers
                Since the update it hangs at the logo and then the screen turns black
                what does it mean when the charging light stays orange all night
                player worked on sunday, today a press on power has no effect
                power fault on my printer, it trips the fuse each time
                hello, the console beeps once and dies again
                My phone does not start up any more, tried all the buttons
                no power when I plug the device in, nothing happens
                coffee machine is without power, the plug is fine, I tested it with a lamp
                battery drained to zero and now it cannot be revived
                I followed the setup and it went off halfway, now it won't turn on
                E-reader frozen on an empty page, does not react to the switch
                radio cuts out as soon as I unplug it, the battery seems gone
                the projector fan spins but no picture, lamp stays dark
                is it a known fault that this model goes dead in the cold
                please help, alarm clock display dark, mains is on
                Can a dead battery be the reason my drone does not even blink
                Got it out of the box, pressed the switch, nope, not a flicker
                the item I received last week will not come on at all
                did a reset twice, it restarts over and over, never gets to the home screen
                It will not take a charge whatever I do
                laptop opened this morning: black screen, fan running, keyboard lit
                no sign of life from my toothbrush, it stood on the charger for two days
                Doorbell went dead after the storm, power cut or real fault?
                """,
            heldOut: """
                Hi, the tablet I got from you doesn't turn on, I have tried every button combination
                TV has power, red light on, but pressing things on the front does nothing
                dead on arrival, my new speaker
                battery at 0 and it wont charge again
                My phone died during pairing and stays black
                the vacuum gave a beep, then darkness. Battery?
                Could you tell me why the screen goes black ten seconds after starting
                washing the filter was fine, but afterwards the machine had no power
                Router lights are all off, switched sockets, same story
                it seems to have an electrical fault, smells a bit and cuts out
                when i flip the switch there is a crackle and thats it
                Laptop is plugged in yet the battery is not charging
                Is a blinking blue light a fault or does it only need longer on the charger?
                our freezer thermometer shows a blank display since monday
                I was in the middle of the setup when the thing went dead
                Cannot switch my headset on, it only vibrates briefly
                phone stuck in a boot loop, help
                The power key feels loose and no longer does anything
                Second item of this kind that will not wake up, what's going on
                keeps shutting down at 40 percent battery
                """),
        Intent(
            name: "warranty_repair", skill: "support/products",
            practice: """
                is my dishwasher timer still under warranty
                The screen of my tablet cracked, do you repair that
                how long does a repair take at the moment
                I want to have it repaired, it is only eight months old
                the hinge broke after five months, that must be covered
                Where do I find the serial number for the warranty form
                My receipt is gone, can I still claim on the guarantee
                bought in march, broken in june, warranty case I suppose
                Do I have to pay for the technician if it is covered?
                Sent my camera to the workshop three weeks ago and heard nothing
                can a technician repair it at my house, the tv is too big to pack
                left earbud makes no sound, it's a known fault and I have the receipt
                warranty says two years, I am at 23 months, please hurry
                the repaired phone came back with the same problem
                who repairs these speakers when they crackle
                does the guarantee cover water damage
                I need an estimate before you mend anything
                repair status please, job number was on the slip
                Power button fell off after ten months, I expect a free fix
                my device is with your service centre, when do I get it back
                Zoom ring grinds. Under guarantee? Receipt attached.
                motor of the blender broke, do I bring it to a workshop near me or post it
                will opening the case myself void the warranty
                the lid is broken and I'd rather have it fixed than replaced
                Is the battery covered too, the leaflet is vague
                You repaired the wrong thing, the speaker grille is still loose
                can I get a loan device while mine is in the workshop
                The technician never showed up on tuesday
                keyboard keys stick after six months of normal use, please fix
                is accidental damage covered by the warranty or only factory faults
                Extended warranty: I paid for it, now how do I use it
                pixels failing in one corner after fourteen months, a case for repair?
                spare part for the pump, can your workshop put it in
                returned from repair with scratches on the back
                I dropped the phone, glass broken, roughly what would it cost to mend
                do you need the original box when I send it in for repair
                My headphones developed a rattle, serial number ends in 4471, bought online
                guarantee card was not in the parcel
                power socket of my laptop is loose, needs soldering by a technician
                Claim refused because of the missing receipt, that is unfair
                how do I register a product so the two years count
                third time the same part broke, a repair makes no sense any more
                the vacuum brush stopped turning after nine months, who pays for the repair
                Model still covered? Purchased two years and one week ago
                """,
            heldOut: """
                Hello, within the warranty period my coffee grinder has begun to leak, next steps?
                please repair my watch strap clasp
                eleven months and the handle is broken already
                is the invoice enough as a receipt for a claim
                Manufacturing fault, not my doing. Covered?
                who do I call for a technician, warranty runs till may
                I was promised my camera would be fixed by friday, today is wednesday a week later
                the workshop says they cannot find the fault
                Need somebody to mend a torn speaker cone
                two year guarantee or one year on refurbished devices?
                Has my repair been started
                battery door broke off, three months old, would you fix it for free
                What does the extended warranty include that the normal one does not
                I typed the serial number and your site says unknown
                touch screen reacts only on the left half since it fell, what would a repair cost
                Do I return it to the service centre or hand it in somewhere
                you had my mixer for a month and it returned unrepaired
                bought it last autumn, now the wheel came off, surely still under warranty
                The man from the service was here and it broke again an hour later
                gift from my aunt, no receipt, is warranty possible
                """),
        Intent(
            name: "compatible_accessory_fit", skill: "support/products",
            practice: """
                which case fits the ten inch tablet
                is this charger compatible with my old phone
                Do you sell a longer cable for the soundbar
                looking for accessories for my action camera
                does the wall mount fit a 55 inch tv
                Need a replacement remote, mine got lost
                what power adapter do I need abroad
                will the new ear tips fit the previous generation
                I want a spare battery for the drone, which one is right
                is the lens compatible with a full frame camera
                Will it work with an older dock
                can this keyboard be used with a tablet
                do I need a special cable to connect two monitors
                Is there a cover in a darker colour for my e-reader
                list of compatible memory cards please
                the brush heads you sell, do they fit every toothbrush
                Any accessory to hang the speaker on a wall?
                hdmi or usb-c, which cable goes with this projector
                my laptop has only one port, does your hub work with it
                which power adapter gives enough watts for the mini pc
                Filters for the air cleaner: which size do I need
                looking for a case with a stand, has to fit the plus size
                bought the wrong charger apparently, which is the right one for item 2213
                Does the pencil work with all tablets or just the newer model
                Not compatible! the screws for the bracket are too short
                can you recommend a screen protector for my watch
                Is the charger in the box or do I have to order it separately
                would third party ink be compatible or will the printer complain
                can I get another remote for my model of tv
                I need a bag that fits the console and two controllers
                strap width for the fitness tracker? 20 or 22
                do the wireless buds come with a charging cable
                adapter from round plug to usb, got one?
                What accessories can I get for the stick vacuum
                my device has the narrow socket, which plug fits
                Before I order the tripod: does it take a phone as well
                microphone for a laptop without audio jack, what goes with it
                Are your bulbs compatible with the hub of another maker
                bag for the kettle... no, joke aside, is there a spare lid that fits
                do I lose the warranty when I use a foreign charger
                will the satellite speakers fit the smaller bar
                which replacement hose fits the steam cleaner
                Is a second controller sold separately as an accessory
                extra long cable or an adapter, what do you advise for ten metres
                """,
            heldOut: """
                I own the 2021 camera, is the new flash compatible with it
                case for the small reader, do you have one that fits
                Will a 45 watt charger hurt the battery of my phone
                which cable runs from the turntable to the amplifier
                spare remote for the ceiling fan please
                Could you check whether these dust bags fit my vacuum, number is on the photo
                I'm after a compatible ink cartridge
                Do you stock accessories for hearing aids
                is there an adapter so that my wired headset works with the phone
                Want to mount the tv on plasterboard, which bracket goes with that size
                what memory is compatible with this laptop, 8 gig sticks?
                Does the smart plug work with my thermostat
                glass protector seems smaller than my screen, sure it fits?
                does the printer come with a usb cable
                Power bank that can feed a laptop, any suggestion
                lost the charger of my shaver on holiday, which one do I buy
                must the accessory be from the same brand
                ear cushions, do both models take the same ones
                Looking for a lens hood, size 58 mm
                Can one dock hold two handsets of different age
                """),
        Intent(
            name: "setup_pairing_help", skill: "support/products",
            practice: """
                how do I connect the speaker to my wifi
                help, the app does not find the camera
                Is there a manual in english, mine is only in german
                cannot pair the headphones with my laptop
                setup stops at step three every time
                Do I have to install an app for the setup of the scale
                the instructions are tiny, have you got a pdf
                first time user here, need help to get the robot to map the flat
                Printer setup cannot find my network, wifi is fine
                where can I download the manual
                which button starts bluetooth pairing
                I need help with the setup of my new router
                setting up the doorbell, it asks for a QR code and I see none
                what language do I choose in the setup so the menu speaks english
                New tv, channels are not found during setup
                my watch will not pair with the phone
                can somebody help me with the installation by phone
                The app says device offline right after I added it
                Got the hub today and no idea where to begin
                connecting two speakers as a stereo pair
                Is a technician needed to install the dish or can I do it
                how do I transfer everything from my old tablet onto this one
                Clock shows the wrong time, how do I change it
                smart bulbs in guest wifi, does that work
                Instructions for my model are missing from the box
                wizard demands a password for the network, where do I find it
                must the battery be charged fully before I connect it the first time
                Could you help me join the two thermostats together
                The setup assistant crashes on my phone
                step 4 in the manual makes no sense, there is no reset hole
                bluetooth is on and pairing still fails
                How to get subtitles on by default
                I plugged it all in as drawn, but sound only comes from the left
                connect console to projector, no picture, which input do I pick
                Where does the sim card go
                need the guide for the old model, the 300 series
                does the device have to be within reach of the router during setup
                firmware update, how do I launch it
                it insists on an account before I can use the lamp, can I skip that
                power line adapter pair, which one goes to the router
                I can't get the app and the scale to pair with each other
                Installing the dash cam, where do I hide the wire
                pairing list is full, how do I put my headset back to factory state
                Please help my mother, she cannot get her new phone online
                """,
            heldOut: """
                just unpacked the speaker, what comes first in the setup
                Wifi keeps being refused by the camera, password is right
                any video that shows the installation of the soundbar?
                your app wants location rights to find the lamp, why
                I threw away the manual by mistake, could you mail me one
                help needed pairing a keyboard
                My setup ended with error 12, now what
                how can i connect a second phone via bluetooth
                the instructions mention a blue power led, mine is white
                tv asks for a pin on first start
                Turning on night mode, where in the menu
                pairing list stays empty in the app although I am standing next to it
                is it possible to do the setup without a smartphone
                router is in the cellar, can I pair the extender upstairs
                how should the subwoofer be wired, the drawing is no use
                help me put the thermometer in celsius
                Please explain like I'm five: how do I get my music onto this thing
                Manual says press and hold, hold what?
                can you help me install the drivers on an older pc
                scanning to email, which server details do I enter
                """),
        Intent(
            name: "return_unwanted_item", skill: "support/products",
            practice: """
                how can I return the headphones, I do not like them
                I changed my mind, how do I send it back
                Where do I print the return label
                unopened, unused, want my money back
                is there a charge when I send something back
                how many days do I have to return an item
                got two of the same item as a gift, one can go back
                Item is still in its box, I simply do not need it
                The label you gave me does not print
                sent it back ten days ago, where is my refund
                can i bring it to a shop rather than post it
                It is fine but too loud for me, I'd like to return it for a refund
                package for a return, must it be the original box
                unwanted purchase, my son clicked, nothing opened yet
                Is a return possible without the outer carton
                I want to withdraw from the purchase within the 14 days
                my wife bought the same one, so this one is unwanted
                opened the box once to look, can it still go back
                Item is not what I expected from the pictures, take it back please
                do you pick up an unwanted tv
                the courier has no slot for bulky returns
                refund only half of the price, why, I returned everything
                please send me a label, I have no printer though
                my birthday gift is nothing for me, the giver ordered it from you
                ordered three, keep one, two come back
                I regret buying this, what now
                cancel my purchase, it arrived but I never opened it
                Are the 30 days for returns counted from the order or from arrival
                returning a drone with a battery, is that allowed by post
                the size is too big for our kitchen, please take it back
                I'd like to hand back a gift without a receipt
                how long until the money is back after you got the parcel
                must I pay the postage for a return if I have just changed my mind
                found it cheaper elsewhere so I will send yours back
                The accessory is no use to me, can I give it back
                I bought the wrong model by accident and do not want any other
                sale items, are they excluded
                Return form asks for a reason, do I have to give one
                you took back my kettle, but the refund is missing 5 euros
                does a used filter count as opened goods
                Item not needed any more, label please
                returned after the 14 days because I was in hospital, any goodwill
                how do I pack this tv so it can travel back safely
                there is no fault, it just does not suit me, I want my money back
                """,
            heldOut: """
                I don't need the second kettle, can I send that back free of charge
                Return window over by a day, will you still accept it?
                one item out of four shall go back
                label got wet, new one please
                an unwanted gift, still sealed, my daughter has no use for it
                Do I get a full refund when the box has been opened
                hi, the sound is just not my taste, how do I get rid of it
                Unwanted christmas present, never unpacked
                the big fridge does not fit our new kitchen, can you take it back
                I dropped the return off last monday, nothing on my bank account so far
                after how many days is a return too late
                changed my mind about the camera, still in plastic
                how do you want the box wrapped, paper or carton
                Can I put two orders into one return
                impulse buy, sorry, take it back?
                is a refund paid out or given as a voucher
                Who pays the postage for items that I did not like
                Device is too complicated for grandpa, so back it goes
                I refused the parcel at the door, does it count as sent back
                no reason really, I would just rather have the money
                """),
        Intent(
            name: "exchange_model_size", skill: "support/products",
            practice: """
                can I exchange the 32 inch for the 43 inch
                swap the white one for black please
                I would rather have the bigger version
                Exchange possible within the first month?
                the other model has more memory, may I switch
                Exchange for another colour, I wanted silver instead of gold
                I'd pay the difference for the larger size
                picked the small size, need medium
                could I upgrade to the pro version and pay the rest
                do you exchange opened goods
                the battery is too weak, the long life type instead please
                Is it possible to swap my tablet for one with a sim slot
                take this one back and give me the newer model
                got the left handed mouse, want the right handed one instead
                Can you trade mine for the model with the longer battery life
                what is the price difference between these two models, I might switch
                I sent in my watch, when will the replacement in blue come
                Swapping a gift, she prefers the pink version
                the exchange went wrong, I got the same thing again
                the one with the plain lid was what I meant, not the glass lid
                Instead of the kettle I want the tea maker
                how does a size swap work for the watch strap
                Would you let me upgrade to a better model after two weeks
                Is an exchange free
                I chose the wired one by mistake, wireless would be better
                hoping to get the quieter model, mine is too noisy
                128 was not enough, may I exchange it for 256
                colour on the photo was green, here it is grey, please send a green one
                can i return it and get the bigger one straight away
                I do not want to return it, just a different version
                please replace it with the cheaper one and credit the difference
                This item comes in two sizes, I need the other
                Swap at the door: does the driver take the first one with him
                mine has an eu plug, I need the uk version
                the keyboard layout is french, swap for english
                My device is last year's, the new series came out two days later, any upgrade offer
                which models can be exchanged for one another
                one size up please, the cuff is too tight
                you have it in red too? then I'd like that instead
                hello, may I trade up, I add the missing 40 euros
                the voltage is wrong, I should have bought the 230 volt type
                Does an exchange start a fresh warranty
                not compatible with my phone, so swap it for the usb-c type
                my parents want the version with big buttons
                """,
            heldOut: """
                I took the basic model and now wish I had the deluxe
                please exchange black against white
                A size bigger would be perfect, is there stock?
                rather have the 2 litre size instead
                How do I go about an exchange if I paid with a gift card
                swap my headphones for the ones with noise cancelling
                I'll gladly pay a difference of up to 100 for a better model
                this is the 2022 model and I asked for 2023
                Do you offer an upgrade for owners of the first version
                purple looked nicer online, can I have another colour
                can the in-ear type be changed to over-ear
                is a straight swap quicker than a return and a new order
                the vacuum without bag is what I really need, mine takes bags
                Need the left hinge type, you sent right, or I ordered right, whatever
                we both got the same size, one of us needs the larger
                My exchange was approved, which model is coming?
                I want a unit with a touch screen in place of this
                trading in the mono speaker for two stereo ones
                can I still switch colours, box is open
                my item should have been the version with a timer
                """),
    ]
}

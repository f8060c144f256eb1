extension SupportDesk {
    /// Messages about signing in, personal details, the club and the newsletter.
    static let account: [Intent] = [
        Intent(
            name: "reset_forgotten_password", skill: "support/account",
            practice: """
                I have forgotten my password
                can't remember what I chose when I signed up
                the reset link is not working
                Password reset mail never arrives
                forgotten again, a new password please
                link has expired before I could click it
                I can not log in, the password is supposedly wrong
                send me the reset again please
                Forgot my login, what do I do
                reset says token invalid
                which characters are allowed in a password
                is the temporary code valid for more than an hour
                my browser saved the wrong one and I don't remember the right one
                I get a link but the page stays white
                new phone, all logins are gone, need access
                the mail with the link is in no folder, also not in spam
                My husband set it up and no longer remembers the login
                after the reset it still refuses my password
                forgotten what I typed last year, no hint stored
                Where is the button for lost passwords
                I want to choose a fresh one because I can't recall the current
                the page says both entries must match, they do
                clicked reset four times, nothing in my inbox
                can you tell me my password over the phone
                my account is years old, what was my login
                memory like a sieve, let me in please
                security question: first pet. I never had a pet. Cannot get further
                Reset by text instead of mail possible?
                the link in your email leads to an error page
                I changed my password yesterday and forgot it already
                sign in fails and I am out of ideas what I could have picked
                do you store passwords so that someone could look mine up
                The new password is not accepted on my tablet
                My account wants a password I never set
                how often may I ask for a reset
                I always sign in with my thumb, now it wants letters and I don't remember them
                link opened on the wrong device, now it is used up
                Login please, forgot it
                too weak, it says, even with twelve letters and a number
                I need to reset my access for the club page
                the six digits arrive too late, by then the form has timed out
                no access since you redid the site, old login is refused
                I no longer know my secret word
                What if I do not remember the e-mail either
                """,
            heldOut: """
                Hello, my password is gone from my head, how can I get a new one
                no link came, waited an hour
                Forgotten it again, sorry
                is there a way to log in without remembering any password
                the form for a reset keeps spinning
                I wrote the password on paper and the paper is lost
                the link in your mail says expired, third time now
                my kid typed something new in the field and won't tell me what
                no access, login unknown, it says
                reset done, yet the app demands the old one
                Passwords with umlauts are refused, since when
                please send the link to my phone
                I cannot for the life of me remember which word I used
                It claims no such user, when I ask for a reset
                I have forgotten everything except my customer number
                what are the rules, capitals, digits?
                access to my orders please, sign in data lost
                the e-mail for choosing another word does not show up
                how can I change the password when I don't know the present one
                Account says wrong login, but I am sure I typed it correctly
                """),
        Intent(
            name: "account_access_blocked", skill: "support/account",
            practice: """
                my account is locked
                blocked after too many attempts
                Why have you suspended me
                I am locked out, please help
                tried three times, now I'm blocked for 24 hours
                how long does the block last
                please unlock my profile
                The code from the authenticator app is refused
                account blocked for security reasons, what reasons
                I changed phones and the two step code goes to my old one
                It says unusual activity and has blocked me
                access denied, contact support, so here I am
                I can see my orders but not buy, it tells me restricted
                no access since friday, nobody answers
                You want a copy of my identity card, is that safe
                sent my passport photo to verify, still blocked
                someone tried to get in, now my access is shut
                Account access suspended without any warning
                my number has changed so I don't get the security code
                lift the block please, it was me
                what did I do to be blocked
                can I unblock myself or must you do it
                the security code comes by email but is always invalid
                You blocked me for a late payment which I made
                five wrong password attempts by my son, please unlock
                right password, yet the page says access suspended
                security check asks for the last four digits of a card I no longer own
                I was on holiday and logged in from abroad, now blocked
                lost my phone with the authenticator, no access, no backup codes
                locked, unlocked, locked again. What is going on
                is my account hacked or why is it blocked
                Who can verify me, the automatic check fails each time
                My account shows a red padlock
                captcha again and again and then blocked
                I got a message that suspicious orders were stopped and access shut
                blocked because of a returned parcel??
                identity check pending for a week
                No attempts left, it says
                my membership works in the shop, but online I am suspended
                Attempted login from another country was my own, unlock it
                the security code is sent to an address I can't open
                please open up my access again, I have an order to place
                banned? me? for what
                account disabled, message number 403
                """,
            heldOut: """
                Good morning, it appears my account has been blocked overnight
                how many password attempts do I get before it shuts me out
                Locked again, second time this week!!
                can you unblock customer 88213
                I do not receive the security code
                access suspended, reason not given
                my wife used a wrong pin and now neither of us has access
                identity confirmed last week, so why am I still blocked
                Which documents do you want to verify me
                I'm locked out and my gift card balance is in there
                the two step app was deleted, no more codes
                blocked, because your system thinks I am a fraudster
                unlock, please, I need the invoice for my taxes
                Account on hold, order on hold, I am not amused
                temporary block, says the page, for how long is temporary
                was there a break in, you shut down my login
                text with digits goes to a dead number, so I can not verify
                after resetting the password I am told to wait for a security review
                all I see is a page with forbidden, and a hotline that rings and rings
                too many tries, my fault, open it please
                """),
        Intent(
            name: "change_email_address", skill: "support/account",
            practice: """
                I would like another email on file, not the one you have
                my address for logging in is old, need the new one
                how do I update the email you have on file
                I no longer use that email, the inbox is dead
                New job, so my work mail is gone
                there is a typo in my email
                please change my e-mail to the one I write from
                my provider shuts down next month, so I need another email here
                registered with a misspelled address, one letter is wrong
                Can I have two addresses in my profile, work and private
                all mails go to my ex husband's inbox
                how to edit the contact details in my profile
                Email update not saved, old one comes back
                your system says the new email address is already in use
                change where invoices get sent, electronically I mean
                confirmation of the new email never came
                I switched provider, only the email is different
                can't change the field, it is grey
                I left the company and can't reach my old inbox
                Wrong ending, it should be .org not .com
                update my login name please, it is the old email
                I married and my name in the mailbox is different now
                address changed but the order notices still go to the old one
                Is it possible to move my account to a different mailbox
                my student account at the university closes, use my other inbox
                typo in the email when I signed up, so I never got a confirmation
                I have my own domain now and would like to use that
                Should I open another account for a new email or edit the present one
                The form rejects a plus sign in my email
                which password do I enter to confirm the new inbox
                contact details out of date, need to change them
                please swap my private inbox for the one at the office
                I gave you my daughter's mail by mistake, correct it to mine
                Where in the profile is the email hidden
                spelled my surname wrong when registering, so nothing reaches me
                receipts should go to accounting, not to me
                my mailbox was hacked, I have a new one, please use that
                can the login be something else than my old provider's thing
                delete the old inbox and add the one below
                the club letters and order mails should come to my new inbox
                Confirm link for the switch leads nowhere
                changing email: is my order history kept
                two of us share one inbox, now I want my own address on file
                email moved to another provider, tell me how to update this
                """,
            heldOut: """
                Please update my contact: new inbox since monday
                change of email, how long does it take
                My former employer owns the email address I registered with
                I mistyped, it is with a double n
                e-mail in my profile is not mine!
                the confirmation for my new email address lands in spam
                can you put a different email in, I cannot reach that inbox any more
                old provider went bust, so that email is dead
                Edit button for the email is missing in the app
                send our mails to the family mailbox from now on
                order messages go to a stranger, one digit is off in my details
                i need to change my login, it is an ancient email
                how many times a year may I change it
                new surname, new mailbox, same customer
                you keep writing to my old address even though I updated it
                Is the account lost if my university inbox closes
                Confirmation code sent to the outdated one, a vicious circle
                could support correct a typo for me, the dot is missing
                the bills go to info at my firm, make it my private one
                won't accept my new mail, says not valid
                """),
        Intent(
            name: "close_account", skill: "support/account",
            practice: """
                delete my account
                please remove all my data
                I want to close my account for good
                erase everything you know about me
                how do I deregister
                Under gdpr I ask for erasure
                where is the button to delete my profile
                my mother died, please close her account
                I don't shop here any more, remove my account
                Can I close my customer profile permanently
                does closing also remove the saved cards
                I have two accounts, close the older
                privacy request: wipe my details
                what happens to my points when I close it
                confirm by email that my personal data is gone
                I asked for deletion a month ago and still have access
                leave no trace of me
                want out. Permanently.
                your privacy policy scares me, take me out of the system
                terminate my registration
                Account closure: do open orders still arrive
                how long do you keep data after I close it
                remove my phone number and birthday from your files
                I never registered, yet you have a profile with my name, erase it
                opened a duplicate account by mistake, it can be deleted
                Do I lose the guarantee when my account is erased
                Please delete
                right to be forgotten, you know the law
                My son is twelve and made an account, please remove it
                is there a way to close everything without calling
                can't find an option to erase, only to log out
                before you close it, send me a copy of my personal data
                the delete button asks for a password I do not have
                cancel my registration with the shop
                goodbye, kindly clear my records
                I changed my mind about the deletion, can it be undone
                stop storing my personal information
                Not a customer any longer, wipe my history and address
                I quit the club, now also close the rest
                Will you inform your partners too, so that they erase my file
                app removed, but is my account gone as well
                my profile after a data leak: close it at once, permanently
                close the company login of a colleague who left us
                nobody needs my details for ten years, gdpr says so
                """,
            heldOut: """
                How does one leave your shop for good
                I'd like my account deleted by the end of the month
                Please close the profile under my maiden name
                gdpr article 17, act on it
                do you really erase the data or just hide it
                remove my bank details and then everything else
                two accounts, same person, one is enough
                my late father still has an account with you
                deletion confirmed, but I keep getting mails
                Closing account, but there are 12 euros credit left
                I want you to remove my email from all systems
                permanently, not just deactivated
                does closing it end the membership as well
                who is responsible for privacy at your company
                Is my address wiped when I go
                I bought as a guest and still there is an account, please erase
                settings, privacy, and then? no delete there
                thirty days for an erasure is too long
                take me off your books
                account no longer needed
                """),
        Intent(
            name: "cancel_club_membership", skill: "support/account",
            practice: """
                cancel my club membership
                I want to leave the club
                how do I cancel the yearly subscription
                Stop the renewal please
                you charged the annual fee although I had cancelled
                trial period is over, I do not want a membership
                membership renewed without asking me
                what is the notice period for the club
                Can I pause my membership for a few months
                I don't use the free shipping benefits, so end it
                When does my subscription run out
                I cancelled and still got billed
                Terminate premium at the next possible date
                the trial turned into a paid plan by itself
                Is there a fee for leaving early
                switch off auto renewal
                can I get the rest of the year's fee back
                club is not worth it any more
                the club perks got worse, I am leaving
                no more subscription
                end date of my membership?
                I only wanted the free trial
                Not renewing the membership this year, where do I say so
                do I keep my points after the membership ends
                quit premium
                Monthly instead of yearly, is that possible before I give notice
                My husband and I both pay, one subscription is enough
                cancellation button in the club area is grey
                please mail me that my subscription ends in may
                Annual fee has gone up, I'm out
                I joined the club by accident at checkout
                you must have got my notice in writing two weeks ago
                what benefits remain after I cancel
                put me back from premium to nothing
                I did not agree to a renewal
                how many weeks of notice do I have to give
                Delete my card so that the renewal cannot be charged
                Close the premium account, keep the normal one
                I forgot to cancel the trial in time, can you be kind
                the yearly plan went through my old card, reverse the fee please
                Return my annual fee, I never used the perks
                get mails about my renewal but I had ended it
                Changing from premium to basic, how
                is the club tied to my account or can it go on its own
                """,
            heldOut: """
                Hi, kindly end my club subscription as of today
                what must I do so that the annual fee does not renew
                cancel premium please
                Trial ends tomorrow, cancel it before I pay
                my membership card is of no use since the branch here closed
                renewal date was yesterday, can I still cancel?
                I have had it with the club, goodbye
                The perks are only for big spenders, let me go
                how can I give notice online for my membership
                my account shows a renewed subscription, I never asked for it
                Is the fee split if I go halfway through the year
                stop charging me 39 every january
                I was told I had cancelled but there is a new invoice
                Do the benefits lapse right away or at the end of the term
                got a membership as a gift, how do I prevent it from going on
                leaving premium, may I join the club again later?
                auto renewal can't be stopped in the settings
                end my yearly plan but do not delete my account
                your notice period of three months is far too long
                I resign
                """),
        Intent(
            name: "stop_newsletter_mails", skill: "support/account",
            practice: """
                stop sending me marketing
                unsubscribe
                how do I get off the newsletter list
                too many mails, please stop
                I never gave consent for advertising
                daily mails with offers are filling my inbox
                The unsubscribe link does nothing
                Please no more mails with promotions
                who sold you my address, I get nothing but spam
                opt out of everything except order news
                marketing mails twice a day is too much
                newsletter once a month would be fine, not every day
                I clicked unsubscribe weeks ago and still get the newsletter
                can I have only the sale alerts and nothing else
                Stop it with the texts on my phone
                Who gave you permission to send me adverts
                where do I untick the ads
                also no paper catalogues in my letterbox please
                withdraw my consent for advertising
                your special deals do not interest me
                Remove me from the mailing list
                every morning another advert by mail at six
                push messages about discounts, how do I stop them
                The preferences page does not save my changes
                I want order mails only, no advertising
                newsletter in the wrong language, I'd rather have none
                I have no account and you still write to me about offers
                is your newsletter sent to third parties as well
                no consent, no adverts, simple
                unsubscribed with one address, get it on the other now
                birthday greetings with vouchers, not needed
                newsletter please off
                spam spam spam
                how many times must I opt out of these mails
                I changed the settings to none, you still send deals
                cancel the newsletter
                stop the reminders about my basket
                delete my number from the advertising list
                I don't want review requests after each purchase
                Club news yes, adverts no, can I choose
                Reduce how often I hear from you
                you email me every day, it's annoying
                after I closed my account the promotions went on
                phone calls from your sales people must stop
                """,
            heldOut: """
                I would like to unsubscribe from your weekly mails
                Please take my name off the newsletter
                enough with the offers by mail
                your marketing partner rang me at dinner, please stop
                third spam message today
                where can I opt out of the weekly offers
                Mails about things I already bought, pointless, switch them off
                I object to the use of my details for advertising
                unsubscribe page asks for a password, why
                Do not email me about discounts
                every day a countdown sale, it drives me mad
                I did not tick any consent box for a newsletter
                the newsletter comes double
                no adverts by post either, thanks
                How do I mute the promotions in the app
                stop mailing my deceased uncle
                keep the invoices coming but leave out the publicity
                Can't find the tiny link at the bottom of your email
                I left the club and get even more offers now
                Sales texts at night. Really?
                """),
    ]
}

extension SupportDesk {
    /// Messages about payments, refunds, invoices and discount codes.
    static let payments: [Intent] = [
        Intent(
            name: "charged_twice", skill: "support/payments",
            practice: """
                I was charged twice
                there are two payments for one order on my statement
                same amount charged on the 3rd and again on the 4th
                You have billed me double
                duplicate charge on my credit card
                Why did you take the money two times?
                bought one pair of earphones, paid for two apparently
                my bank shows a duplicate transaction from your shop
                I clicked pay once and got charged for two
                refund the second payment please
                Statement says 79.90 and 79.90, I ordered a single item
                charged twice for the club membership this month
                page froze, I pressed the button again, and now I have been charged two times
                please cancel one of the two charges
                One order, two debits. Explain.
                it appears the same payment went through twice
                My account was debited twice for the hairdryer
                Is the second 120 a hold or did you really charge me again
                I see a duplicate entry in my banking app
                after the first attempt failed I tried again and both went through
                double payment!
                you charged 45 and then another 45 an hour later
                twice the price left my account
                I paid by card and by transfer because I thought the card had not worked, so send one back
                the same sum has been withdrawn on two days running
                Was charged for an order I had cancelled and then for the new one as well
                two identical charges pending on my statement
                please check, I believe I paid double for delivery
                only one invoice but the statement has two lines
                got charged again for something I settled in May
                Can you give back the extra amount you charged
                subscription came off my card twice in the same week
                The charge shows up two times, both with the same reference
                Hi, my husband and I were both charged for the same order
                pending charge turned into a second real one
                I have been overcharged, exactly double
                how come my card has been hit twice today
                paid twice, in the app and then in the shop as well, one needs to go
                duplicate
                your system must have repeated my payment
                Bank says it's you who submitted the transaction two times
                on my statement every item from Tuesday is listed twice
                both my gift balance and my card were charged the full amount
                an identical debit followed the first one within a minute
                """,
            heldOut: """
                You charged my card two times for one camera
                double charged, please fix
                Looking at my bank statement, I find your shop there twice
                A second payment of the same amount left my account this morning
                I only bought it once, so one debit too many
                please reverse the duplicate payment
                seeing 34.99 twice on my statement for a single charger
                was my card really charged double or is it a glitch
                Hit pay, got an error, hit pay again, and now both got charged
                There is a duplicate of order 6190 and I got billed for each
                Is it the club fee that I have been charged for twice
                two transactions, one delivery
                my wallet app lists the charge and then lists it again
                I want the extra money back, you took it twice
                amount withdrawn is exactly double what the invoice says
                Not sure if this is a mistake but the same sum appears on two dates
                how can one purchase lead to two debits
                I cancelled and reordered, and have paid twice
                Paying once is enough for me, thanks
                the second charge has to be a duplicate
                """),
        Intent(
            name: "payment_declined", skill: "support/payments",
            practice: """
                my payment was declined
                card keeps getting rejected at checkout
                it says payment failed, try again later
                Why is my card rejected? There is plenty of money on it
                Payment error when I try to buy the freezer
                tried three cards and none of them goes through
                my bank says they approved it but your site refuses
                the checkout spins forever and then shows an error
                declined, though I used this card yesterday elsewhere
                The security check with the text code never comes up
                cannot complete my payment, some authorisation thing
                payment not going through
                declined for insufficient funds?? I got paid today
                got the message do not honour, what does that mean
                Card refused
                I keep landing back on the checkout page without an order number
                your shop declines every foreign card it seems
                bank transfer at checkout times out
                my transaction was declined, was it you or the bank
                is there a limit on a single transaction
                Entered the card number five times and it still fails
                the payment page crashes on my phone
                I confirm in my banking app and then the transaction fails anyway
                order cancelled itself because the payment failed
                payment verification rejects me, how do I get past that
                Declined again. I'm going to shop somewhere else
                my credit card is valid until 2029 and yet it is rejected
                checkout will not let me pay
                error 402 at the last step
                Can you tell me the reason my payment was refused
                no money left my account and no order was made, only a red warning
                Do I need to call my bank so that the payment goes through
                error message and then the pay button is grey
                monthly instalment was declined, will I lose the phone
                prepaid cards not accepted?
                I changed banks and now each attempt gets declined
                the three digits on the back are said to be wrong, they are not
                Tried to pay for the club renewal, was told card not authorised
                Payment unsuccessful, is my basket still saved
                my debit card works in every other store
                billing address mismatch error although it matches
                something went wrong with your payment is all I get
                transaction failed but the stock is nearly gone, help
                new card, same result: declined
                """,
            heldOut: """
                Why does my card get declined every time
                payment fails at the final click of the checkout
                Your site says my bank rejected it, my bank says it never saw a request
                I can't pay, it throws an error
                payment declined for no reason at all
                Been trying since noon to get the transaction through
                there are more than enough funds so why was I declined
                The code from my bank is accepted and right after that I see failed
                could the transaction be too large for my card
                what should I do if a payment isn't authorised
                my payment will not go through on the laptop nor on the phone
                Rejected, rejected, rejected. My bank sees no attempt
                my card from abroad isn't accepted at your checkout
                the payment for my console bounced
                Hello, I get unknown error after entering my card details
                my order is on hold because the payment was unsuccessful
                is your card system down today
                bank blocked you as suspicious, how can I still buy this
                Verification window stays white and then it times out
                declined at the till in your branch and online too
                """),
        Intent(
            name: "invoice_copy", skill: "support/payments",
            practice: """
                I need a copy of my invoice
                please send me the receipt for the laptop
                My accountant wants a proper invoice with VAT on it
                where do I download the invoice
                no receipt was in the box
                can you put our company name on the invoice
                I lost the receipt, could you email a copy
                VAT number is missing on the document
                need an invoice for my tax return
                Do you have the PDF invoice of what I bought in January?
                Invoice please
                my employer pays me back but only with an official receipt
                how do I get all my bills from last year in one PDF for tax
                the invoice link in your email has expired
                proof of purchase for the insurance
                Looking for the tax document for order 3009
                the bill shows my private address, it needs to be the business
                copy of receipt from your store at the station, paid with cash
                can't print the invoice, the PDF is empty
                Our bookkeeping department asks for the original invoice
                could I get a separate receipt for each item
                You sent an invoice in the wrong name
                where on the invoice is the VAT listed
                I returned one item, will there be a corrected bill
                For warranty reasons I have to show a receipt that I no longer have
                a statement of all payments I made this year for the accountant
                Can the invoice be issued to my company after the payment
                i deleted your mail with the receipt by accident
                please resend the invoice
                Is the order confirmation valid for tax or do I need something else
                Invoice has a wrong date on it
                I would like paper copies by post
                purchase order number has to be on the bill, otherwise my accountant will not take it
                hi, business customer here, we did not receive an invoice
                net price and VAT must be shown separately
                any chance of a receipt without prices, it is for a present
                need something for the tax people that states I bought the phone from you
                How far back can I look at old bills in my account
                my boss wants the receipt today
                the amount on the PDF is not what I was charged
                my accountant asks for last spring's receipts
                Is there an English version of the invoice?
                copy of the bill for the club fee
                missing receipt for a discount order
                """,
            heldOut: """
                Could I have the invoice for my camera emailed to me
                i can't find my receipt anywhere
                the tax office is asking for a VAT invoice
                Kindly forward a copy to our accountant
                for expenses the receipt must carry the company's name
                bill for order 4471 as PDF please
                The shop till gave me no receipt
                My claim needs proof that I paid for the television
                where in my account are the invoices kept
                copy of a bill from two years ago, can you do that
                your document doesn't show any VAT
                Would you add our business registration to the bill
                the PDF invoice you attached won't open
                got the goods but no invoice or receipt with it
                Is it possible to have one invoice for several orders
                For tax purposes I have to hand in receipts by Monday
                our accountant sent it back because the name is wrong
                requesting a duplicate of my lost receipt
                Do you send bills by mail or are they online only
                invoice copy, order from 9 June
                """),
        Intent(
            name: "chase_refund", skill: "support/payments",
            practice: """
                where is my refund
                I sent the drone back three weeks ago and still have no money
                when do I get my money back
                refund has not arrived on my card
                You confirmed the return but no refund was credited
                How long do refunds take
                Still no sign of the 60 you owe me
                the parcel with my return reached you on the 2nd, please pay me back
                My refund is missing
                only part of my refund came back, the shipping is not there
                I cancelled the order before it left, yet I have not been refunded
                you said refund in five working days, it's been fifteen
                was the refund sent to my old card? that one is closed
                still waiting for my money
                I returned two items and got refunded for one
                Customer service promised a refund by phone, never happened
                money for the returned keyboard has not shown up at my bank
                The refund amount is lower than what I paid
                what is happening with my reimbursement
                has the credit been issued already?
                Refund please, I have asked four times
                your warehouse got my return, tracking proves it
                I'd prefer the money in my bank account, not as a voucher
                bank can't see any incoming payment from you
                it says refunded in my account but my balance is the same
                Sent everything back in the original box and the refund is still open
                When will the deposit for the old device be paid out
                got store credit, wanted actual money
                can you check if my refund was processed
                I gave the tv back to your courier, so where is my cash
                return accepted on Monday, nothing credited by Friday
                My card was replaced, will the refund reach me anyway
                you deducted a fee from the refund, why
                waiting a month for 300 is not a joke
                The status of my return is completed. My wallet says otherwise.
                why does it take weeks to give people their money back
                I was told the late delivery would be reimbursed, nothing so far
                did you get the camera I returned? no credit yet
                Cancelled club membership, still owed the rest of the year
                refund was declined by my bank and went back to you, please send again
                your promise to pay me back is now two months old
                pls refund me already
                I need a date when the credit will be on my statement
                The price difference you agreed to refund never came
                """,
            heldOut: """
                My money has still not been returned, and it is June
                Is there any news on my refund
                I posted the faulty watch back to you weeks ago, no credit since
                how many days until a refund shows on my account
                You owe me a refund of 89 for a cancelled order
                The return was signed for on Tuesday last week but I have not got my money
                refund went to a card I no longer have
                nothing credited yet
                your email said refunded, the bank says no
                I have been waiting a long time for a returned lamp to be refunded
                You are 20 short on the refund
                please chase up what happened to my refund
                I brought it back to the shop and they said money would follow
                can the amount for the returned lens be paid by transfer
                It's been a month since I sent the rack back, where's the cash
                am I getting a refund or not
                Why was the delivery fee left out when you paid me back
                still no credit for the second monitor I returned
                The refund should have arrived before payday
                who can tell me when the payout will be made
                """),
        Intent(
            name: "discount_voucher_code_refused", skill: "support/payments",
            practice: """
                my discount code does not work
                voucher is not accepted
                The gift card I got for Christmas shows a zero balance
                it says this promo is invalid
                Code expired? It says valid until the end of the month
                where do I enter my voucher
                gift card rejected at checkout
                The newsletter promised 10 percent off and the basket still shows full price
                can't redeem two codes together, why
                the voucher number is too long for the box
                Student discount was not applied
                scratched off the gift card and now the last digits can't be read
                my coupon disappeared when I went to pay
                Your welcome offer keeps saying not eligible
                I typed the code exactly as printed and got invalid
                friend gave me a gift card, it is said to be already used
                does the promo count for reduced items too
                i want to use the 15 euro voucher on a speaker
                Refused again: this code cannot be redeemed
                how do I check what's left on my gift card
                Minimum spend is 50, I'm at 62, still no discount
                my voucher from the repair has run out, can you renew it
                The birthday coupon came, but the link inside does nothing
                why is the price the same after I applied the code
                Lost the email with the promo code, please send a new one
                Gift card is invalid, says your site, and it's brand new
                expired voucher, I was in hospital, any chance of an extension
                the app refuses my coupon but the website takes it
                I forgot to put in my voucher before I paid
                Free shipping promotion isn't coming off the delivery charge
                code only for new customers, seriously?
                gift card payment leaves 3 euros over, where do they go
                I have store credit that cannot be redeemed
                your flyer has a 20 percent coupon, the till said no
                The basket dropped my discount when I added a second item
                I was refused the club members price
                Redeemed my voucher, order got cancelled, voucher is gone now
                a red cross shows up next to my promo
                I cannot redeem a gift card in the app
                the loyalty points cannot be turned into a coupon
                Sale code did not change the total
                my voucher says one use only but I never used it
                Half of the gift card's balance has vanished
                can I get the promo afterwards, it failed when I ordered
                """,
            heldOut: """
                Why is my voucher being refused
                I entered the gift card and nothing came off
                invalid promo code, well, it came straight from your flyer
                Your coupon for signing up to the newsletter has no effect
                it claims the gift card has been redeemed, which is not true
                Voucher expires today and the site won't take it
                discount missing in my basket
                How can I use a gift card and a coupon together
                The code you texted me isn't recognised
                Got a voucher for the late delivery, but it's refused at checkout
                balance on the gift card seems wrong to me
                basket shows no reduction even though I qualify for the promotion
                my 25 percent off is only taking off 5
                where's the field for a promo, I can't see one
                this offer has ended, says the page, although the advert runs on tv right now
                is an expired gift card worthless
                the discount for club members was not taken into account
                My mum's voucher cannot be read, the ink is smudged
                coupon rejected because of the brand?
                Tried redeeming it three times, always invalid
                """),
        Intent(
            name: "change_payment_card", skill: "support/payments",
            practice: """
                I want to change my payment method
                how do I add a new card
                my card on file expires next month
                switch me from credit card to direct debit
                Can I still switch from invoice to paying by card?
                please remove my old card
                got a new bank account, where do I put the details
                switch the instalments to another account please
                Which kinds of card can I store with you
                the club fee should come from my other card
                I'd like to use a different card for the subscription
                can I swap my card for a direct debit
                need to update my bank details
                Change the default card in my account
                I chose the wrong way to pay, can I switch before you ship
                my bank sent me a new card with another number
                set up direct debit for the monthly plan
                Can I split the price over two cards
                don't want my card saved with you any more
                The instalment plan is still linked to a closed account
                how to pay by bank transfer rather than card
                money for the club should come out of our new bank account
                I want my phone wallet to be charged from now on instead of my bank
                Can my company card be used for this order and my own for the next
                Stop the direct debit and let me pay by card
                editing card details does nothing
                I'm changing banks on the first, what do you need from me
                pick another way of paying for an order already placed
                my subscription still bills the card I cancelled
                delete stored bank account
                my dad paid last time with his card, I want mine on there now
                Replace the expired card please
                the last instalments should be taken from my savings account
                switch to whichever card has no fee please
                Put the membership on my credit card from now on
                you still hold my closed account, let me use another method
                I want to move my monthly payments to a joint account
                can I swap the account you take the money from
                new expiry date for my card, where do I enter it
                Make the debit card my main one
                i chose pay later and would rather settle it now by card
                change the bank account for my instalments
                Where can I see which bank account you have saved for me
                switching my subscription over to a company account, how
                """,
            heldOut: """
                Hi, my old card has expired and I need to give you the new one
                Could I switch the instalments to a different bank
                how can I change the card you charge every month
                Would prefer direct debit to my credit card
                Do you let me replace the card with a bank account
                I have opened an account at another bank, kindly update my details
                new details for my monthly payment, where do they go
                The stored card isn't mine, take it off
                from today please use my second card
                can I decide which account you debit
                My subscription should be debited from my wife's account
                I'd sooner pay for the plan from my savings
                Update expiry date
                changed my mind, want to pay by card and not by invoice
                Is there a way to choose a new payment method for the club
                the card I use here got stolen, so I have another now
                set my debit card as default
                where do I edit billing details
                Will switching the card affect my running instalment plan
                unlink my bank from your shop
                """),
    ]
}

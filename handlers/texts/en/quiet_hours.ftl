# Quiet hours: when letters wait, and by which clock.

quiet-hours-none = none
quiet-hours-some = { $hours } ({ $city })
quiet-hours-screen =
    <b>Quiet hours</b>: { $quiet }
    What would come in these hours comes when they end.
quiet-hours-clock = The clock is that of { $city }, where it is { $time } now. If that is not your time, press Time zone.
quiet-hours-no-wake = When time is running out, an appeal waits too.
quiet-hours-wake = When time is running out, an appeal comes all the same.
quiet-hours-other = Other hours
quiet-hours-zone = Time zone
quiet-hours-wake-yes = Wake me if time is running out
quiet-hours-wake-no = Nothing may wake me
quiet-hours-ask-first =
    <b>Other hours</b>
    At which hour shall it become quiet?
quiet-hours-ask-last =
    <b>Quiet from { $time }</b>
    Until which hour?
quiet-hours-ask-zone =
    <b>Quiet hours: { $hours }</b>
    What time is it where you are? Press a place with your time. It is kept with your quiet hours and used for nothing else.
quiet-hours-zones-more = More places
quiet-hours-zones-back = First places
quiet-hours-back = Back to the quiet hours

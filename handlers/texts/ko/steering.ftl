# 발송을 멈추고, 계속하고, 취소하기.

steering-none = 아직 보낸 것이 없습니다. 기다리는 호소문은 /queue 에 있습니다.
steering-unknown = 그런 발송은 없습니다. 진행 중인 발송은 /progress 에 있습니다.
steering-nothing-to-pause = 지금 보내고 있는 것이 없어 멈출 것도 없습니다. 예약한 발송과 지난 발송은 /progress 에 있습니다.
steering-nothing-to-resume = 멈춰 있는 발송이 없습니다. 진행 중인 발송은 /progress 에 있습니다.
steering-which-to-pause = 어느 발송을 멈출까요?
steering-which-to-resume = 어느 발송을 계속할까요?
steering-appeal = { $code } 발송
steering-correction = { $code } 정정
steering-recall = { $code } 회수
steering-reminder = { $code } 마감 알림
steering-asking_again = { $code } 서명자에게 다시 여쭙기
steering-news = { $code } 소식

steering-ask-cancel =
    <b>취소할까요? { $what }</b>
    { $kind ->
        [recall] 아직 회수하지 않은 메시지 { $waiting }개는 그대로 남습니다. { $code } 호소문은 철회된 그대로이며, 다시 회수할 수 없습니다.
        [correction] { $waiting }통은 정정하지 않게 됩니다. { $sent ->
            [0] 아직 정정한 것은 없습니다.
           *[other] 이미 정정한 { $sent }통은 그대로 둡니다.
        } 취소하면 되돌릴 수 없습니다.
        [reminder] { $waiting }명에게 알림이 가지 않습니다. { $sent ->
            [0] 아직 보낸 알림은 없습니다.
           *[other] 이미 { $sent }명에게 보냈습니다.
        } 알림은 마감마다 한 번만 나가므로 취소하면 되돌릴 수 없습니다.
        [asking_again] 서명자 { $waiting }명에게 다시 여쭙지 않습니다. { $sent ->
            [0] 아직 여쭌 분은 없습니다.
           *[other] 이미 { $sent }명에게 여쭈었습니다.
        } 그분들의 서명은 이전 글에 하신 것으로 남습니다. 취소하면 되돌릴 수 없습니다.
        [news] { $waiting }명에게 소식이 가지 않습니다. { $sent ->
            [0] 아직 알린 분은 없습니다.
           *[other] 이미 { $sent }명에게 알렸습니다.
        } 소식은 한 번만 나가므로 취소하면 되돌릴 수 없습니다.
       *[appeal] { $waiting }통은 보내지 않게 됩니다. { $sent ->
            [0] 아직 보낸 것은 없습니다.
           *[other] 이미 보낸 { $sent }통은 그대로 남습니다.
        } 취소한 발송은 이어 갈 수 없습니다. 나머지 분에게는 <code>/send { $code }</code> 명령으로 새로 보내실 수 있습니다.
    }
steering-ask-cancel-scheduled =
    <b>취소할까요? { $what }</b>
    아직 시작하지 않아 나간 것이 없습니다. /send 로 새로 계획하실 수 있습니다.
steering-cancel = 예, 취소합니다
steering-let-be = 아니요, 그대로 둡니다
steering-left = 취소하지 않았습니다. 바뀐 것은 없습니다.
steering-cancelled = { $kind ->
        [recall] { $count ->
            [0] 취소했습니다. 더 회수하지 않습니다.
           *[other] 취소했습니다. 메시지 { $count }개는 회수하지 않습니다.
        }
        [correction] { $count ->
            [0] 취소했습니다. 더 정정하지 않습니다.
           *[other] 취소했습니다. { $count }통은 정정하지 않습니다.
        }
        [reminder] { $count ->
            [0] 취소했습니다. 알림을 더 보내지 않습니다.
           *[other] 취소했습니다. { $count }명에게 알림을 보내지 않습니다.
        }
        [asking_again] { $count ->
            [0] 취소했습니다. 더 여쭙지 않습니다.
           *[other] 취소했습니다. 서명자 { $count }명에게 여쭙지 않습니다.
        }
        [news] { $count ->
            [0] 취소했습니다. 더 알리지 않습니다.
           *[other] 취소했습니다. { $count }명에게 알리지 않습니다.
        }
       *[appeal] { $count ->
            [0] 취소했습니다. 더 보내지 않습니다.
           *[other] 취소했습니다. { $count }통은 보내지 않습니다.
        }
    }

steering-already-scheduled = 아직 시작하지 않은 발송입니다.
steering-already-running = 이미 보내고 있습니다.
steering-already-paused = 이미 멈춰 있습니다.
steering-already-done = 이미 끝난 발송입니다.
steering-already-cancelled = 이미 취소된 발송입니다.
steering-already-failed = 문제가 생겨 이미 멈춘 발송입니다.

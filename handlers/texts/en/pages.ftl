# Turning the pages of a long list.

pages-earlier = Earlier
pages-further = Further
